import { mergeFindings, type Severity, summarise } from '../../linter/index.ts';
import type { CheckInvocation } from '../arguments/invocation.ts';
import type { Heeded } from '../baseline/heed-baseline.ts';
import type { ShownFinding, Wanted } from '../checking/facts.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { compactCheck } from '../reporters/compact.ts';
import { jsonCheck } from '../reporters/json.ts';
import { prettyCheck } from '../reporters/pretty.ts';
import type { CheckOutcome } from '../reporters/reporter.ts';
import { type Run, run } from '../run.ts';
import { runChoices } from '../run-choices.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { verboseNotes } from '../verbose-notes.ts';

interface Reporter {
  print(outcome: CheckOutcome, terminal: Terminal): string;
  readonly wanted: Wanted;
}

const reporters: Readonly<Record<CheckInvocation['format'], Reporter>> = {
  pretty: { print: prettyCheck, wanted: { code: true, details: false, coverage: false } },
  compact: { print: compactCheck, wanted: { code: false, details: false, coverage: false } },
  json: { print: jsonCheck, wanted: { code: false, details: true, coverage: false } },
};

/** `auth-lint check`: prints what is wrong with the descriptions. */
export async function check(invocation: CheckInvocation, terminal: Terminal): Promise<ExitCode> {
  const { format, quiet, verbose } = invocation;
  const { print, wanted } = reporters[format];
  const choices = runChoices(invocation.choices, terminal);
  const done = choices && (await run({ ...invocation, choices, wanted }, terminal));
  if (!done) return exitCode.usage;
  const { entries, failed, fixed, relative } = done;
  const { findings, known, notes, failed: noBaseline } = await newFindings(invocation, done);
  const shown = quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
  const outcome: CheckOutcome = { shown, summary: summarise(entries, findings, known), hasEntries: entries.length > 0, relative };
  for (const text of [...(verbose ? verboseNotes(entries, relative) : []), ...(fixed?.notes ?? []), ...notes]) terminal.note(text);
  if (fixed?.diff) terminal.printExactly(fixed.diff);
  else terminal.print(print(outcome, terminal));
  if (failed || fixed?.failed || noBaseline) return exitCode.usage;
  return isTooMuch(findings, invocation) ? exitCode.findings : exitCode.clean;
}

/** The findings that count: of those that a baseline has none does. */
async function newFindings({ baseline, paths, shard, stdinFilename }: CheckInvocation, { entries, failed }: Run): Promise<Heeded> {
  const findings = mergeFindings(entries);
  if (!baseline) return { findings, known: 0, notes: [], failed: false };
  const { heedBaseline } = await import('../entries/baseline.ts');
  const files = new Set(entries.flatMap((entry) => [...entry.files, ...(entry.configuration === undefined ? [] : [entry.configuration])]));
  const isWhole = paths.length === 0 && shard === undefined && stdinFilename === undefined;
  return heedBaseline(baseline, { findings, files, isWhole, failed }, process.cwd());
}

/** True when findings are as grave as `--fail-on`, or more warnings than `--max-warnings`, which alone decides about warnings then. */
function isTooMuch(findings: readonly ShownFinding[], { failOn, maxWarnings }: CheckInvocation): boolean {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (maxWarnings !== undefined && warnings > maxWarnings) return true;
  const others = maxWarnings === undefined ? findings : findings.filter(({ severity }) => severity !== 'warning');
  return others.some(({ severity }) => weights[severity] >= weights[failOn]);
}

const weights: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };
