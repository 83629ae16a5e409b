import type { Counts } from '../../../server/protocol.ts';

/** From the gravest on. */
export const severities = ['error', 'warning', 'info'] as const;

/** From which severity on a check counts as failed. */
export type FailOn = (typeof severities)[number] | 'never';

/** The exit code of a check: those of the command line. */
export function exitCodeOf(counts: Counts, failOn: FailOn): 0 | 1 {
  if (failOn === 'never') return 0;
  return severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => counts[severity] > 0) ? 1 : 0;
}
