import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/support/rule.ts';
import { children, type Place, stringAt } from '../workspace/place.ts';
import { ruleSeverities } from './presets.ts';
import { readOptions } from './read-options.ts';
import type { RuleChoice } from './settings.ts';
import { adviceFor, unknownKey, unknownWord } from './unknown-words.ts';
import { type Complain, entriesOf, isEmpty, shortened, subject, wrongValue } from './values.ts';

/** What a person chooses for rules: by id a severity, or `[severity, options]`. What is wrong is complained of and left out. */
export function readRules(place: Place, complain: Complain): ReadonlyMap<string, RuleChoice> {
  const choices = new Map<string, RuleChoice>();
  for (const { key, place: value } of entriesOf(place, 'rule ids with their severities', complain)) {
    const rule = rules.find(({ id }) => id === key);
    if (!rule) complain(unknownKey(place, value, noRule(key), ruleIds()));
    else if (!isEmpty(value)) {
      const choice = readChoice(rule, value, complain);
      if (choice) choices.set(key, choice);
    }
  }
  return choices;
}

/** A sentence that says that a rule doesn't exist, and which one may be meant. */
export function unknownRule(id: string): string {
  return adviceFor(id, noRule(id), ruleIds());
}

function noRule(id: string): string {
  return `There is no rule ${shortened(id)}`;
}

function ruleIds(): readonly string[] {
  return rules.map(({ id }) => id);
}

function readChoice(rule: Rule, place: Place, complain: Complain): RuleChoice | undefined {
  const items = place.node.kind === 'sequence' ? children(place) : [place];
  const [first, second, third] = items;
  if (first?.node.kind !== 'scalar') {
    complain(
      wrongValue(first ?? place, `The setting of ${rule.id} is neither a severity (${ruleSeverities.join(', ')}) nor [severity, options].`),
    );
    return undefined;
  }
  if (third) complain(wrongValue(third, 'Nothing can follow the options here. Write [severity, options].'));
  const options = second && readOptions(rule, second, complain);
  const severity = ruleSeverities.find((word) => word === stringAt(first));
  if (!severity) complain(unknownWord(first, `${subject(first)} is no severity`, ruleSeverities));
  return severity && { severity, options };
}
