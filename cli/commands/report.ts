import { noChoices, type RunChoices } from '../../linter/index.ts';
import type { ReportInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { aboutMistakes } from '../open-linter.ts';
import { jsonCoverage } from '../reporters/json.ts';
import { run } from '../run.ts';
import type { Terminal } from '../terminal/terminal.ts';

const reporters = { json: jsonCoverage } as const;

/** `auth-lint report`: prints how far the descriptions tell the truth about authentication. */
export async function report({ paths, format, configuration, jobs, shard }: ReportInvocation, terminal: Terminal): Promise<ExitCode> {
  // Whatever rules find is not a part of it.
  const choices: RunChoices = { ...noChoices, only: [] };
  const done = await run({ paths, configuration, choices, jobs, shard, wanted: { code: false, details: false, coverage: true } }, terminal);
  if (!done) return exitCode.usage;
  const { entries, failed, relative } = done;
  const mistaken = entries.flatMap(({ configuration: file, hasMistakenConfiguration }) => (file && hasMistakenConfiguration ? [file] : []));
  for (const text of aboutMistakes(mistaken, relative)) terminal.note(text);
  const rows = entries.flatMap(({ coverage }) => coverage ?? []);
  terminal.print(reporters[format](rows, relative));
  return failed ? exitCode.usage : exitCode.clean;
}
