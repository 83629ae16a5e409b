import type { Severity } from '../../linter/index.ts';
import { harmless } from '../../linter/text/harmless.ts';
import { jsonLine } from './json-line.ts';
import type { CheckOutcome } from './reporter.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** A check as a Code Quality report of GitLab. */
export function gitlabCheck({ shown, fromRoot, fingerprintOf }: CheckOutcome): string {
  const issues = shown.map((finding) => ({
    description: harmless(finding.message),
    check_name: finding.rule,
    fingerprint: fingerprintOf(finding).here,
    severity: severities[finding.severity],
    location: { path: fromRoot(finding.file), lines: { begin: finding.place.start.line, end: finding.place.end.line } },
  }));
  return jsonLine(issues);
}
