import { allRules, presetNames, type RunChoices, readChoices, unknownRule } from '../linter/index.ts';
import type { RuleOptions } from './options.ts';

/** What a caller chooses, as the linter takes it. Throws a TypeError that says what is wrong with it. */
export function runChoices({ preset, rules, only }: RuleOptions): RunChoices {
  if (preset !== undefined && !presetNames.includes(preset))
    throw new TypeError(`There is no preset ${preset}: it is ${presetNames.join(', ')}.`);
  if (only !== undefined) demandTexts('only', only);
  const unknown = only?.find((id) => !allRules.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new TypeError(unknownRule(unknown));
  const read = readChoices(rules ?? {});
  const [problem] = read.problems;
  if (problem) throw new TypeError(`rules${problem.pointer}: ${problem.message}`);
  return { ...(preset && { preset }), ...(only && { only }), rules: read.rules };
}

/** Throws a TypeError when a value is no list of texts. */
export function demandTexts(name: string, value: readonly string[]): void {
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
  if (!isList) throw new TypeError(`“${name}” must be a list of strings.`);
}
