import type { CoveredEntry, JsonSummary } from '../../linter/index.ts';
import type { ShownFinding } from '../checking/facts.ts';

/** What a check found, as reporters need it. */
export interface CheckOutcome {
  /** The findings to print, sorted by file, position, rule. */
  readonly shown: readonly ShownFinding[];
  /** Counts of all findings, printed or not. */
  readonly summary: JsonSummary;
  /** False when there was nothing to check. */
  readonly hasEntries: boolean;
  /** A file's path as it is shown; any text, so it must be made harmless. */
  relative(uri: string): string;
}

/** Tells the coverage of all descriptions: what may be printed as it is. */
export type CoverageReporter = (entries: readonly CoveredEntry[]) => string;
