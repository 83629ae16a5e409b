import { type HostSettings, noChoices } from '../../linter/index.ts';
import { rules } from '../../linter/rules/index.ts';
import type { Rule } from '../../linter/rules/support/rule.ts';

/** Settings under which nothing but one rule is run, and those that it has to know of: with some options, which it may take from others. */
export function ruleAlone(
  rule: Rule,
  options?: Readonly<Record<string, unknown>>,
  alongside: readonly string[] = [],
): Pick<HostSettings, 'below' | 'above'> {
  const takenFrom = Object.values(rule.options ?? {}).flatMap(({ from }) => from ?? []);
  const on = [rule.id, ...takenFrom, ...alongside];
  const choose = ({ id, severity }: Rule) => [id, { severity, options }] as const;
  return {
    below: { preset: 'all', rules: new Map(rules.filter(({ id }) => on.includes(id)).map(choose)) },
    above: { ...noChoices, only: [rule.id, ...alongside] },
  };
}
