import { writeFileSync } from 'node:fs';
import { noChoices, type RunChoices } from '../../linter/index.ts';
import type { ReportInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { reasonOf } from '../files/system-reason.ts';
import { aboutMistakes } from '../open-linter.ts';
import { coverageReporters } from '../reporters/coverage.ts';
import { run } from '../run.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `auth-lint report`: tells how far the descriptions tell the truth about authentication. */
export async function report(invocation: ReportInvocation, terminal: Terminal): Promise<ExitCode> {
  const { paths, format, output, configuration, jobs, shard } = invocation;
  // Whatever rules find is not a part of it.
  const choices: RunChoices = { ...noChoices, only: [] };
  const done = await run({ paths, configuration, choices, jobs, shard, wanted: { code: false, details: false, coverage: true } }, terminal);
  if (!done) return exitCode.usage;
  const { entries, failed, relative } = done;
  const mistaken = entries.flatMap(({ configuration: file, hasMistakenConfiguration }) => (file && hasMistakenConfiguration ? [file] : []));
  for (const text of aboutMistakes(mistaken, relative)) terminal.note(text);
  const text = coverageReporters[format](entries.flatMap(({ coverage }) => coverage ?? []));
  const isOut = output === undefined ? print(text, terminal) : write(text, output, terminal);
  return isOut && !failed ? exitCode.clean : exitCode.usage;
}

function print(text: string, terminal: Terminal): boolean {
  terminal.print(text);
  return true;
}

/** Writes the result into a file; false when that failed, which was said then. */
function write(text: string, path: string, terminal: Terminal): boolean {
  try {
    writeFileSync(path, text);
    return true;
  } catch (error) {
    terminal.note(`${path} could not be written: ${reasonOf(error)}.`);
    return false;
  }
}
