import type { PresetName } from '../../../linter/index.ts';
import { type Fixable, findingsOf, fixed } from '../../support/fixed/fixing-fault.ts';
import { singleFixFault } from '../../support/fixed/single-fix-fault.ts';
import type { Description } from './description.ts';
import { fixable } from './fix-description.ts';

/** A description that is to be fixed, and how. */
export interface FixingCase {
  readonly description: Description;
  readonly preset: PresetName;
  /** All that is safe; suggestions, too, where there is no choice; or each fix on its own. */
  readonly how: 'safe' | 'suggestions' | 'each';
}

/** What fixing a description did that it must not do, as `kind: what`; undefined when all is well. */
export async function faultOf({ description, preset, how }: FixingCase): Promise<string | undefined> {
  const subject = fixable(description, preset);
  try {
    if (how === 'each') return await eachFault(subject);
    return (await fixed(subject, how === 'suggestions' ? { suggestions: true } : {})).fault;
  } catch (error) {
    return `throws: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

async function eachFault(subject: Fixable): Promise<string | undefined> {
  for (const finding of await findingsOf(subject.linter(new Map()), subject.entries)) {
    for (const fix of finding.fixes) {
      const fault = await singleFixFault(subject, finding, fix);
      if (fault) return fault;
    }
  }
  return undefined;
}
