import type { Severity } from '../../linter/index.ts';
import { harmless } from '../../linter/text/harmless.ts';
import type { ShownFinding } from '../checking/facts.ts';
import type { CheckOutcome } from './reporter.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A check as workflow commands of GitHub Actions, which become annotations. */
export function githubCheck({ shown, failures, fromRoot }: CheckOutcome): string {
  const unread = failures.map((failure) => `::error title=auth-lint::${data(failure)}\n`);
  return [...shown.map((finding) => annotation(finding, fromRoot(finding.file))), ...unread].join('');
}

function annotation({ severity, rule, message, place: { start, end } }: ShownFinding, path: string): string {
  const properties = {
    file: path,
    line: start.line,
    endLine: end.line,
    // Columns of several lines are no stretch of one.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: rule,
  };
  const given = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severity]} ${given.join(',')}::${data(message)}\n`;
}

/** No text ends its command, or begins another one. */
function data(text: string): string {
  return harmless(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
