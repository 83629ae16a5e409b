import { resolve } from 'node:path';
import { mayRun, mergeFindings, type Severity, summarise } from '../../linter/index.ts';
import type { CheckInvocation } from '../arguments/invocation.ts';
import { type Heeded, heedBaseline } from '../baseline/heed-baseline.ts';
import type { ShownFinding, Wanted } from '../checking/facts.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { uriOf } from '../files/file-uri.ts';
import { checkReporters } from '../reporters/check-reporters.ts';
import { tell } from '../reporters/tell.ts';
import { inputsOf, type Run, run } from '../run.ts';
import { runChoices } from '../run-choices.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { verboseNotes } from '../verbose-notes.ts';
import { keepChecking } from '../watching/keep-checking.ts';
import { checkOutcome } from './check-outcome.ts';

/** `auth-lint check`: tells what is wrong with the descriptions. */
export async function check(invocation: CheckInvocation, terminal: Terminal): Promise<ExitCode> {
  const choices = runChoices(invocation.choices, terminal);
  if (!choices) return exitCode.usage;
  const order = { ...invocation, choices, wanted: wantedFor(invocation.outputs) };
  if (invocation.watch) {
    const written = new Set(invocation.outputs.flatMap(({ file }) => (file === undefined ? [] : resolve(file))));
    return keepChecking({ order, written, show: (done) => show(done, invocation, terminal) }, terminal);
  }
  const done = await run(order, terminal);
  return done ? show(done, invocation, terminal) : exitCode.usage;
}

/** Tells what a run came to. */
async function show(done: Run, invocation: CheckInvocation, terminal: Terminal): Promise<ExitCode> {
  const { outputs, verbose, baseline } = invocation;
  const { entries, failed, fixed, relative } = done;
  const all = mergeFindings(entries);
  const { findings, known, notes, failed: noBaseline } = newFindings(all, invocation, done);
  const fails = failing(findings, invocation);
  const hasFailed = failed || fixed?.failed || noBaseline;
  const code = hasFailed ? exitCode.usage : findings.some(({ severity }) => fails(severity)) ? exitCode.findings : exitCode.clean;
  for (const text of [...(verbose ? verboseNotes(entries, relative) : []), ...(fixed?.notes ?? []), ...notes]) terminal.note(text);
  if (fixed?.diff) {
    terminal.printExactly(fixed.diff);
    return code;
  }
  const summary = summarise(entries, findings, known);
  const outcome = checkOutcome({ invocation, run: done, all, findings, summary, exitCode: code, fails });
  const isTold = await tell(outputs, (format, page) => checkReporters[format].print(outcome, page), {
    inputs: new Set([...inputsOf(done), ...(baseline ? [uriOf(resolve(baseline.path))] : [])]),
    terminal,
    color: invocation.color,
  });
  return isTold ? code : exitCode.usage;
}

/** What any of several forms needs. */
function wantedFor(outputs: CheckInvocation['outputs']): Wanted {
  const all = outputs.map(({ format }) => checkReporters[format].wanted);
  return { code: all.some(({ code }) => code), details: all.some(({ details }) => details), coverage: false };
}

/** The findings that count: of those that a baseline has none does. */
function newFindings(
  findings: readonly ShownFinding[],
  { baseline, choices, paths, shard, stdinFilename }: CheckInvocation,
  run: Run,
): Heeded {
  if (!baseline) return { findings, known: 0, notes: [], failed: false };
  const isWhole = paths.length === 0 && shard === undefined && stdinFilename === undefined;
  const mayRunHere = (rule: string) => choices.only.length === 0 || mayRun(rule, choices);
  return heedBaseline(baseline, { findings, files: inputsOf(run), isWhole, mayRun: mayRunHere, failed: run.failed }, process.cwd());
}

/**
 * Tells of which severity findings make the check fail: those as grave as `--fail-on`, and warnings when there are more than
 * `--max-warnings`, which alone decides about warnings then.
 */
function failing(findings: readonly ShownFinding[], { failOn, maxWarnings }: CheckInvocation): (severity: Severity) => boolean {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return (severity) => {
    const byCount = severity === 'warning' && maxWarnings !== undefined;
    return byCount ? warnings > maxWarnings : weights[severity] >= weights[failOn];
  };
}

const weights: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };
