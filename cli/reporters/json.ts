import { checkReport, coverageOf, type JsonEntry } from '../../linter/index.ts';
import { harmlessJson } from '../terminal/escape.ts';
import type { CheckOutcome } from './reporter.ts';

/** A check as one JSON object on one line. */
export function jsonCheck({ shown, summary, relative }: CheckOutcome): string {
  return print(checkReport(shown, summary, { version: AUTH_LINT_VERSION, relative }));
}

/** The coverage as one JSON object on one line. */
export function jsonCoverage(entries: readonly JsonEntry[], relative: (uri: string) => string): string {
  return print(coverageOf(entries, { version: AUTH_LINT_VERSION, relative }));
}

function print(value: unknown): string {
  return `${harmlessJson(JSON.stringify(value))}\n`;
}
