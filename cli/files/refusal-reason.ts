import type { ReadResult } from '../../linter/index.ts';

/** Why a file can't be read, in words; without its path. */
export function refusalReason({ problem, detail }: Extract<ReadResult, { problem: unknown }>): string {
  if (problem === 'missing') return 'nothing is there';
  if (problem === 'outside') return 'it is a link that leads out of the folders that may be read';
  return detail ?? 'unknown reason';
}
