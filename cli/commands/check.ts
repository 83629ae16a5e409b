import { type Finding, mergeFindings, type Severity, summarise } from '../../linter/index.ts';
import type { CheckInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { jsonCheck } from '../reporters/json.ts';
import { prettyCheck } from '../reporters/pretty.ts';
import type { CheckOutcome } from '../reporters/reporter.ts';
import { run } from '../run.ts';
import { runChoices } from '../run-choices.ts';
import type { Terminal } from '../terminal/terminal.ts';

const reporters = { pretty: prettyCheck, json: jsonCheck } as const;

/** `auth-lint check`: prints what is wrong with the descriptions. */
export async function check(invocation: CheckInvocation, terminal: Terminal): Promise<ExitCode> {
  const { paths, format, failOn, quiet, configuration } = invocation;
  const choices = runChoices(invocation.choices, terminal);
  const done = choices && (await run(paths, configuration, choices, terminal));
  if (!done) return exitCode.usage;
  const { linter, results, failed, relative } = done;
  const findings = mergeFindings(results);
  const shown = quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
  const outcome: CheckOutcome = { linter, results, shown, summary: summarise(results, findings), relative };
  terminal.print(reporters[format](outcome, terminal));
  if (failed) return exitCode.usage;
  return findings.some((finding) => counts(finding, failOn)) ? exitCode.findings : exitCode.clean;
}

const weights: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };

function counts({ severity }: Finding, failOn: Severity | 'never'): boolean {
  return weights[severity] >= weights[failOn];
}
