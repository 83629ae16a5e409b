import { type Finding, mergeFindings, type Severity, summarise } from '../../linter/index.ts';
import type { CheckInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { jsonCheck } from '../reporters/json.ts';
import { prettyCheck } from '../reporters/pretty.ts';
import type { CheckOutcome } from '../reporters/reporter.ts';
import { settingsFor } from '../rule-settings.ts';
import { run } from '../run.ts';
import type { Terminal } from '../terminal/terminal.ts';

const reporters = { pretty: prettyCheck, json: jsonCheck } as const;

/** `auth-lint check`: prints what is wrong with the descriptions. */
export async function check({ paths, format, failOn, quiet, choices }: CheckInvocation, terminal: Terminal): Promise<ExitCode> {
  const { settings, problems } = settingsFor(choices);
  if (problems.length > 0) {
    for (const problem of problems) terminal.note(problem);
    return exitCode.usage;
  }
  const { linter, results, failed, relative } = await run(paths, settings, terminal);
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
