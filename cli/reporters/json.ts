import { type CoveredEntry, checkReport, coverageOf } from '../../linter/index.ts';
import { jsonLine } from './json-line.ts';
import type { CheckOutcome } from './reporter.ts';

/** A check as one JSON object on one line. */
export function jsonCheck({ shown, summary, relative }: CheckOutcome): string {
  return jsonLine(checkReport(shown, summary, { version: AUTH_LINT_VERSION, relative }));
}

/** The coverage as one JSON object on one line. */
export function jsonCoverage(covered: readonly CoveredEntry[]): string {
  return jsonLine(
    coverageOf(
      covered.map(({ entry }) => entry),
      { version: AUTH_LINT_VERSION },
    ),
  );
}
