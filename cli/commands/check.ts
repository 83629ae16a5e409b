import { mergeFindings, type Severity, summarise } from '../../linter/index.ts';
import type { CheckInvocation } from '../arguments/invocation.ts';
import type { Wanted } from '../checking/facts.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { jsonCheck } from '../reporters/json.ts';
import { prettyCheck } from '../reporters/pretty.ts';
import type { CheckOutcome } from '../reporters/reporter.ts';
import { run } from '../run.ts';
import { runChoices } from '../run-choices.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface Reporter {
  print(outcome: CheckOutcome, terminal: Terminal): string;
  readonly wanted: Wanted;
}

const reporters: Readonly<Record<CheckInvocation['format'], Reporter>> = {
  pretty: { print: prettyCheck, wanted: { code: true, details: false, coverage: false } },
  json: { print: jsonCheck, wanted: { code: false, details: true, coverage: false } },
};

/** `auth-lint check`: prints what is wrong with the descriptions. */
export async function check(invocation: CheckInvocation, terminal: Terminal): Promise<ExitCode> {
  const { paths, format, failOn, quiet, configuration, jobs, fixes } = invocation;
  const { print, wanted } = reporters[format];
  const choices = runChoices(invocation.choices, terminal);
  const done = choices && (await run({ paths, configuration, choices, jobs, wanted, fixes }, terminal));
  if (!done) return exitCode.usage;
  const { entries, failed, fixed, relative } = done;
  const findings = mergeFindings(entries);
  const shown = quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
  const outcome: CheckOutcome = { shown, summary: summarise(entries, findings), hasEntries: entries.length > 0, relative };
  for (const text of fixed?.notes ?? []) terminal.note(text);
  if (fixed?.diff) terminal.printExactly(fixed.diff);
  else terminal.print(print(outcome, terminal));
  if (failed || fixed?.failed) return exitCode.usage;
  return findings.some(({ severity }) => weights[severity] >= weights[failOn]) ? exitCode.findings : exitCode.clean;
}

const weights: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };
