import type { CoveredEntry, JsonSummary, Severity } from '../../linter/index.ts';
import type { ShownFinding, Wanted } from '../checking/facts.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Shard } from '../targets/shard.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What a check found, as reporters need it. */
export interface CheckOutcome {
  /** The findings to print, sorted by file, position, rule. */
  readonly shown: readonly ShownFinding[];
  /** Counts of all findings, printed or not. */
  readonly summary: JsonSummary;
  /** False when there was nothing to check. */
  readonly hasEntries: boolean;
  /** The descriptions that were checked (URIs). */
  readonly checked: readonly string[];
  /** What could not be read, a sentence each. */
  readonly failures: readonly string[];
  readonly exitCode: ExitCode;
  readonly shard: Shard | undefined;
  /** The folder to which platforms that show a whole repository want paths to be relative: that repository's, or the working folder. */
  readonly root: string;
  /** True for a severity of which a finding makes the check fail. */
  fails(severity: Severity): boolean;
  /** A file's path as it is shown, relative to the working folder; any text, so it must be made harmless. */
  relative(uri: string): string;
  /** The same relative to `root`. */
  fromRoot(uri: string): string;
  /** By what a finding is known again in later runs: 32 hexadecimal digits, for its place in its file and for whatever file it is in. */
  fingerprintOf(finding: ShownFinding): { readonly here: string; readonly anywhere: string };
}

/** Where a reporter's text goes, as far as it matters. */
export type Page = Pick<Terminal, 'colors' | 'columns' | 'link'>;

/** A form in which a check is told. */
export interface Reporter {
  /** The whole text, harmless wherever it is shown. */
  print(outcome: CheckOutcome, page: Page): string | Promise<string>;
  readonly wanted: Wanted;
}

/** Tells the coverage of all descriptions: what may be printed as it is. */
export type CoverageReporter = (entries: readonly CoveredEntry[]) => string;
