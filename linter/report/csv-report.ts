import { harmless } from '../text/harmless.ts';
import type { CoveredEntry } from './coverage-report.ts';

const columns = [
  ...['description', 'title', 'openapi', 'kind', 'method', 'path', 'state', 'schemes', 'undefined schemes', 'unauthorized', 'challenge'],
  ...['file', 'line', 'pointer'],
] as const;

/** Every operation of every description as a row of comma-separated values (RFC 4180); names of columns and values are those of the contract. */
export function csvReport(entries: readonly CoveredEntry[]): string {
  return [columns, ...entries.flatMap(rows)].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function rows({ entry, lines }: CoveredEntry): readonly (readonly string[])[] {
  return entry.operations.map((operation, index) => [
    ...[entry.file, entry.title, entry.openapi, operation.kind, operation.method, operation.path, operation.state],
    ...[operation.schemes.join(' '), operation.undefinedSchemes.join(' '), operation.unauthorized, String(operation.challenge)],
    ...[operation.file, String(lines[index] ?? ''), operation.pointer],
  ]);
}

/** A spreadsheet takes what begins like this for a formula; an apostrophe makes it text. */
const formula = /^\s*[=+\-@＝＋－＠]/;

function field(value: string): string {
  const text = harmless(formula.test(value) ? `'${value}` : value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
