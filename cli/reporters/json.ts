import { type CoveredEntry, checkReport, coverageOf } from '../../linter/index.ts';
import { harmlessJson } from '../../linter/text/harmless.ts';
import type { CheckOutcome } from './reporter.ts';

/** A check as one JSON object on one line. */
export function jsonCheck({ shown, summary, relative }: CheckOutcome): string {
  return print(checkReport(shown, summary, { version: AUTH_LINT_VERSION, relative }));
}

/** The coverage as one JSON object on one line. */
export function jsonCoverage(covered: readonly CoveredEntry[]): string {
  return print(
    coverageOf(
      covered.map(({ entry }) => entry),
      { version: AUTH_LINT_VERSION },
    ),
  );
}

function print(value: unknown): string {
  return `${harmlessJson(JSON.stringify(value))}\n`;
}
