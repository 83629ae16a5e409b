import type { CheckReport, JsonFinding, JsonSummary } from './contract.ts';
import { type ReportOptions, toolOf } from './json-places.ts';
import type { PlainFinding } from './plain-finding.ts';

/** What checking found, in the JSON contract. */
export function checkReport(findings: readonly PlainFinding[], summary: JsonSummary, options: ReportOptions): CheckReport {
  return { version: 1, tool: toolOf(options), findings: findings.map((finding) => jsonFinding(finding, options)), summary };
}

function jsonFinding(finding: PlainFinding, { relative }: ReportOptions): JsonFinding {
  const { rule, severity, message, file, pointer, place } = finding;
  return {
    rule,
    severity,
    message,
    file: relative(file),
    pointer,
    range: place,
    operations: finding.operations.map((operation) => ({ ...operation, file: relative(operation.file) })),
    related: finding.related.map((related) => ({ message: related.message, file: relative(related.file), range: related.place })),
    fixes: finding.fixes.map(({ title, kind, preferred, edits }) => ({
      title,
      kind,
      preferred,
      edits: edits.map((edit) => ({ file: relative(edit.file), range: edit.place, text: edit.text })),
    })),
  };
}
