import type { EntryResult, Finding, JsonSummary, Linter } from '../../linter/index.ts';

/** What a check found, as reporters need it. */
export interface CheckOutcome {
  readonly linter: Linter;
  readonly results: readonly EntryResult[];
  /** The findings to print, sorted by file, position, rule. */
  readonly shown: readonly Finding[];
  /** Counts of all findings, printed or not. */
  readonly summary: JsonSummary;
  /** A file's path as it is shown; any text, so it must be made harmless. */
  relative(uri: string): string;
}
