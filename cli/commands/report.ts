import { noChoices } from '../../linter/index.ts';
import type { ReportInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { aboutMistakes } from '../open-linter.ts';
import { jsonCoverage } from '../reporters/json.ts';
import { run } from '../run.ts';
import type { Terminal } from '../terminal/terminal.ts';

const reporters = { json: jsonCoverage } as const;

/** `auth-lint report`: prints how far the descriptions tell the truth about authentication. */
export async function report({ paths, format, configuration }: ReportInvocation, terminal: Terminal): Promise<ExitCode> {
  // Whatever rules find is not a part of it.
  const done = await run(paths, configuration, { ...noChoices, only: [] }, terminal);
  if (!done) return exitCode.usage;
  const { results, failed, relative } = done;
  const inForce = results.map((result) => result.inForce);
  for (const text of aboutMistakes(inForce, relative)) terminal.note(text);
  terminal.print(reporters[format](results, relative));
  return failed ? exitCode.usage : exitCode.clean;
}
