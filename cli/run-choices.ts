import { allRules, type RunChoices, unknownRule } from '../linter/index.ts';
import type { RuleChoices } from './arguments/invocation.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What the command line chooses. Undefined when it names rules that there are not, which is noted. */
export function runChoices({ preset, rules, only }: RuleChoices, terminal: Terminal): RunChoices | undefined {
  const own = new Map(allRules.map(({ id, severity }) => [id, severity]));
  const unknown = [...rules.map(({ id }) => id), ...only].filter((id) => !own.has(id));
  for (const id of unknown) terminal.note(unknownRule(id));
  if (unknown.length > 0) return undefined;
  return {
    ...(preset && { preset }),
    ...(only.length > 0 && { only }),
    rules: new Map(rules.map(({ id, severity }) => [id, { severity: severity ?? own.get(id) ?? 'off', options: undefined }])),
  };
}
