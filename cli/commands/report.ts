import { noChoices, type RunChoices } from '../../linter/index.ts';
import type { ReportInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { aboutMistakes } from '../open-linter.ts';
import { coverageReporters } from '../reporters/coverage.ts';
import { tell } from '../reporters/tell.ts';
import { inputsOf, run } from '../run.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `auth-lint report`: tells how far the descriptions tell the truth about authentication. */
export async function report(invocation: ReportInvocation, terminal: Terminal): Promise<ExitCode> {
  const { paths, outputs, color, configuration, jobs, shard } = invocation;
  // Whatever rules find is not a part of it.
  const choices: RunChoices = { ...noChoices, only: [] };
  const done = await run({ paths, configuration, choices, jobs, shard, wanted: { code: false, details: false, coverage: true } }, terminal);
  if (!done) return exitCode.usage;
  const { entries, failed, relative } = done;
  const mistaken = entries.flatMap(({ configuration: file, hasMistakenConfiguration }) => (file && hasMistakenConfiguration ? [file] : []));
  for (const text of aboutMistakes(mistaken, relative)) terminal.note(text);
  const covered = entries.flatMap(({ coverage }) => coverage ?? []);
  const isTold = await tell(outputs, (format) => coverageReporters[format](covered), { inputs: inputsOf(done), terminal, color });
  return isTold && !failed ? exitCode.clean : exitCode.usage;
}
