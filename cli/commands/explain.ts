import { ruleDocumentation, unknownRule } from '../../linter/index.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `auth-lint explain`: prints a rule's page. */
export function explain(rule: string, terminal: Terminal): ExitCode {
  const page = ruleDocumentation(rule);
  if (page === undefined) {
    terminal.note(`${unknownRule(rule)} “auth-lint rules” lists all of them.`);
    return exitCode.usage;
  }
  terminal.print(page.endsWith('\n') ? page : `${page}\n`);
  return exitCode.clean;
}
