import type { InForce } from '../config/in-force.ts';
import type { Finding } from '../findings/finding.ts';
import { invalidConfiguration } from '../rules/invalid-configuration.ts';
import { FindingMaker } from './make-finding.ts';

/** What is wrong in the configuration file that is in force, as findings. */
export function configurationFindings({ problems, settings }: InForce): readonly Finding[] {
  const maker = new FindingMaker(invalidConfiguration.id, settings);
  return problems.flatMap((problem) => maker.make(problem) ?? []);
}
