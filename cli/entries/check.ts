import type { Invocation } from '../arguments/invocation.ts';
import { check } from '../commands/check.ts';
import { init } from '../commands/init.ts';
import { printConfig } from '../commands/print-config.ts';
import { report } from '../commands/report.ts';
import type { ExitCode } from '../exit-code.ts';
import { openTerminal } from '../terminal/terminal.ts';

export { serve } from '../checking/serve.ts';

/** Runs one of the commands that look at descriptions. */
export function runCheckCommand(
  invocation: Extract<Invocation, { readonly command: 'check' | 'report' | 'print-config' | 'init' }>,
): Promise<ExitCode> {
  const terminal = openTerminal(invocation.color);
  switch (invocation.command) {
    case 'check':
      return check(invocation, terminal);
    case 'report':
      return report(invocation, terminal);
    case 'print-config':
      return printConfig(invocation, terminal);
    case 'init':
      return init(invocation, terminal);
  }
}
