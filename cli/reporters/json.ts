import { checkReport, coverageReport, type EntryResult } from '../../linter/index.ts';
import { harmlessJson } from '../terminal/escape.ts';
import type { CheckOutcome } from './reporter.ts';

/** A check as one JSON object on one line. */
export function jsonCheck({ linter, results, shown, summary, relative }: CheckOutcome): string {
  return print({ ...checkReport(results, linter, { version: AUTH_LINT_VERSION, relative }, shown), summary });
}

/** The coverage as one JSON object on one line. */
export function jsonCoverage(results: readonly EntryResult[], relative: (uri: string) => string): string {
  return print(coverageReport(results, { version: AUTH_LINT_VERSION, relative }));
}

function print(value: unknown): string {
  return `${harmlessJson(JSON.stringify(value))}\n`;
}
