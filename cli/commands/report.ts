import { presetSettings } from '../../linter/index.ts';
import type { ReportInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { jsonCoverage } from '../reporters/json.ts';
import { run } from '../run.ts';
import type { Terminal } from '../terminal/terminal.ts';

const reporters = { json: jsonCoverage } as const;

/** `auth-lint report`: prints how far the descriptions tell the truth about authentication. */
export async function report({ paths, format }: ReportInvocation, terminal: Terminal): Promise<ExitCode> {
  const { results, failed, relative } = await run(paths, presetSettings('minimal'), terminal);
  terminal.print(reporters[format](results, relative));
  return failed ? exitCode.usage : exitCode.clean;
}
