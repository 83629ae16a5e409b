import { type EntryResult, isChecked, ownFiles } from '../engine/entry-result.ts';
import type { Linter } from '../engine/linter.ts';
import { mergeFindings, mergeResults } from '../engine/merge-findings.ts';
import { type FileEdits, type Finding, type Fix, usableFixes } from '../findings/finding.ts';
import type { CheckReport, JsonEdit, JsonFinding, JsonFix, JsonSummary } from './contract.ts';
import { statesOf } from './coverage-report.ts';
import { jsonRange, type ReportOptions, toolOf } from './json-places.ts';

/** What checking found, in the JSON contract. `findings` restricts it (to some severities, say); without it all are in. */
export function checkReport(
  results: readonly EntryResult[],
  linter: Linter,
  options: ReportOptions,
  findings: readonly Finding[] = mergeResults(results),
): CheckReport {
  return {
    version: 1,
    tool: toolOf(options),
    findings: findings.map((finding) => jsonFinding(finding, linter, options)),
    summary: summarise(results, findings),
  };
}

function jsonFinding(finding: Finding, linter: Linter, options: ReportOptions): JsonFinding {
  const lines = (uri: string) => linter.file(uri)?.lines;
  const { rule, severity, message, file, pointer, range } = finding;
  return {
    rule,
    severity,
    message,
    file: options.relative(file),
    pointer,
    range: jsonRange(lines(file), range),
    operations: finding.operations.map((operation) => ({ ...operation, file: options.relative(operation.file) })),
    related: finding.related.map((related) => ({
      message: related.message,
      file: options.relative(related.file),
      range: jsonRange(lines(related.file), related.range),
    })),
    fixes: usableFixes(finding).map((fix) => jsonFix(fix, linter, options)),
  };
}

function jsonFix({ title, kind, preferred, edits }: Fix, linter: Linter, options: ReportOptions): JsonFix {
  return { title, kind, preferred, edits: edits().flatMap((each) => jsonEdits(each, linter, options)) };
}

function jsonEdits({ file, edits }: FileEdits, linter: Linter, options: ReportOptions): readonly JsonEdit[] {
  const lines = linter.file(file)?.lines;
  return edits.map(({ range, text }) => ({ file: options.relative(file), range: jsonRange(lines, range), text }));
}

/** The counts of a check. */
export function summarise(results: readonly EntryResult[], findings: readonly Finding[]): JsonSummary {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const checked = results.filter(isChecked);
  const apis = checked.flatMap(({ api }) => api ?? []);
  return {
    entries: checked.length,
    files: new Set(checked.flatMap(ownFiles)).size,
    operations: apis.reduce((sum, { operations }) => sum + operations.filter(({ kind }) => kind === 'operation').length, 0),
    states: statesOf(
      apis.flatMap(({ operations }) => operations.filter(({ kind }) => kind === 'operation').map(({ security }) => security.state)),
    ),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: findings.filter((finding) => usableFixes(finding).some(({ kind }) => kind === 'safe')).length,
    suppressed: mergeFindings(results.flatMap(({ suppressed }) => suppressed)).length,
    baselined: 0,
  };
}
