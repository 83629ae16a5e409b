import { helpText } from './arguments/help.ts';
import type { Invocation } from './arguments/invocation.ts';
import { parseArguments } from './arguments/parse.ts';
import { serveEditor } from './commands/lsp.ts';
import { rememberCompiledCode } from './compiled-code.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { fitForShortRuns } from './short-runs.ts';
import { note } from './terminal/notes.ts';
import { print } from './terminal/standard-output.ts';

/** Does what the arguments ask for. What only some commands need is in files of its own, which are loaded by those. */
async function dispatch(invocation: Invocation): Promise<ExitCode> {
  switch (invocation.command) {
    case 'version':
      print(`${AUTH_LINT_VERSION}\n`);
      return exitCode.clean;
    case 'help':
      print(helpText(invocation.about));
      return exitCode.clean;
    case 'misused':
      note(`${invocation.problem} See auth-lint ${invocation.about ? `${invocation.about} ` : ''}--help.`);
      return exitCode.usage;
    case 'rules':
    case 'explain':
      rememberCompiledCode();
      return (await import('./entries/rules.ts')).runRulesCommand(invocation);
    case 'lsp':
      rememberCompiledCode();
      serveEditor();
      return exitCode.clean;
    default:
      fitForShortRuns();
      rememberCompiledCode();
      return (await import('./entries/check.ts')).runCheckCommand(invocation);
  }
}

function sayDefect(error: unknown): void {
  note('This is a defect of auth-lint, not of your descriptions. Please report it with these lines:');
  note(`version ${AUTH_LINT_VERSION}, Node ${process.version}, ${process.platform} ${process.arch}`);
  for (const line of stackOf(error).split('\n')) note(line);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
}

async function main(): Promise<void> {
  try {
    const code = await dispatch(parseArguments(process.argv.slice(2)));
    // Set rather than forced: what is still on its way into a pipe gets there. A failure to write was set before.
    process.exitCode ??= code;
  } catch (error) {
    sayDefect(error);
    process.exitCode = exitCode.internal;
  }
}

void main();
