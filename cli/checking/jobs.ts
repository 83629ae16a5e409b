import { availableParallelism } from 'node:os';

/** So many bytes of descriptions are checked before workers, which need time to get going, could have helped. */
const worthwhile = 4 * 1024 * 1024;

/** What is known of the candidates that were read so far, or of all of them. */
export interface Load {
  readonly count: number;
  /** Of all of them and of the largest, in bytes: that one keeps a single worker busy. */
  readonly size: number;
  readonly largest: number;
}

/** How many threads are to check; undefined as long as that depends on candidates that are still to come. */
export function jobsFor(wanted: number | undefined, { count, size, largest }: Load, isComplete: boolean): number | undefined {
  const most = wanted ?? availableParallelism();
  if (most === 1) return 1;
  if (count > 1 && (wanted !== undefined || size - largest > worthwhile)) return most;
  return isComplete ? 1 : undefined;
}
