import type { Invocation } from '../arguments/invocation.ts';
import { explain } from '../commands/explain.ts';
import { listRules } from '../commands/rules.ts';
import type { ExitCode } from '../exit-code.ts';
import { openTerminal } from '../terminal/terminal.ts';

// What reporters tell of rules has their pages, too.
export { ruleDescriptors } from '../reporters/sarif/rules.ts';

/** Runs one of the commands that tell of the rules. They alone need the rules' examples. */
export function runRulesCommand(invocation: Extract<Invocation, { readonly command: 'rules' | 'explain' }>): ExitCode {
  const terminal = openTerminal(invocation.color);
  return invocation.command === 'rules' ? listRules(terminal) : explain(invocation.rule, terminal);
}
