import {
  checkReport,
  type EntryCounts,
  type EntryResult,
  entryCounts,
  type Linter,
  type Location,
  mergeFindings,
  type PlainFinding,
  plainFinding,
  summarise,
} from '../linter/index.ts';
import type { JsonFinding, JsonSummary } from '../linter/report/contract.ts';
import { checkEntries } from './check-entries.ts';
import type { LintOptions } from './options.ts';
import { version } from './version.ts';

/** Why something that was named was not checked. */
export type SkipReason =
  | 'missing'
  | 'unreadable'
  /** It lies outside of what may be read. */
  | 'outside'
  /** Its top level has neither `openapi` nor `swagger`. */
  | 'no-description'
  /** The configuration says so. */
  | 'ignored';

/** Something that was named and not checked. */
export interface Skipped {
  readonly file: string;
  readonly reason: SkipReason;
}

/** What linting found: the same data as `auth-lint check --format json` prints. */
export interface LintResult {
  /** Sorted by file, position and rule. */
  readonly findings: readonly JsonFinding[];
  readonly summary: JsonSummary;
  readonly skipped: readonly Skipped[];
}

/** Lints descriptions of which it is given the texts. Rejects when the options make no sense; whatever texts say is data. */
export async function lint(options: LintOptions): Promise<LintResult> {
  const { linter, results, unchecked } = await checkEntries(options);
  const skipped = unchecked.map(({ uri, reason }) => ({ file: uri, reason }));
  return lintResult(
    results.map((result) => plainEntry(result, linter)),
    skipped,
    (uri) => uri,
  );
}

/** What is left of a result when its texts are gone. */
export interface PlainEntry extends EntryCounts {
  readonly entry: string;
  readonly findings: readonly PlainFinding[];
  readonly usedSuppressions: readonly Location[];
}

function plainEntry(result: EntryResult, linter: Linter): PlainEntry {
  const { entry, usedSuppressions } = result;
  const findings = result.findings.map((finding) => plainFinding(finding, (file) => linter.file(file)?.lines, true));
  return { ...entryCounts(result), entry, usedSuppressions, findings };
}

/** The result of several entries together. */
export function lintResult(entries: readonly PlainEntry[], skipped: readonly Skipped[], relative: (uri: string) => string): LintResult {
  const merged = mergeFindings(entries);
  const { findings, summary } = checkReport(merged, summarise(entries, merged, 0), { version, relative });
  return { findings, summary, skipped };
}
