import { helpText } from './arguments/help.ts';
import type { Invocation } from './arguments/invocation.ts';
import { parseArguments } from './arguments/parse.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { allowClosedPipes, openTerminal } from './terminal/terminal.ts';

/** Does what the arguments ask for. What only some commands need is loaded by those. */
async function dispatch(invocation: Invocation): Promise<ExitCode> {
  switch (invocation.command) {
    case 'version':
      process.stdout.write(`${AUTH_LINT_VERSION}\n`);
      return exitCode.clean;
    case 'help':
      process.stdout.write(helpText(invocation.about));
      return exitCode.clean;
    case 'misused':
      openTerminal('never').note(`${invocation.problem} See auth-lint ${invocation.about ? `${invocation.about} ` : ''}--help.`);
      return exitCode.usage;
    case 'check':
      return (await import('./commands/check.ts')).check(invocation, openTerminal(invocation.color));
    case 'report':
      return (await import('./commands/report.ts')).report(invocation, openTerminal(invocation.color));
    case 'print-config':
      return (await import('./commands/print-config.ts')).printConfig(invocation, openTerminal(invocation.color));
    case 'rules':
      return (await import('./commands/rules.ts')).listRules(openTerminal(invocation.color));
    case 'explain':
      return (await import('./commands/explain.ts')).explain(invocation.rule, openTerminal(invocation.color));
  }
}

function sayDefect(error: unknown): void {
  const { note } = openTerminal('never');
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  note('This is a defect of auth-lint, not of your descriptions. Please report it with these lines:');
  note(`version ${AUTH_LINT_VERSION}, Node ${process.version}, ${process.platform} ${process.arch}`);
  for (const line of stack.split('\n')) note(line);
}

async function main(): Promise<void> {
  allowClosedPipes();
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
