import { severityMeanings } from '../../linter/config/rule-schema.ts';
import { operationPatternSchema } from '../../linter/rules/support/operation-pattern.ts';
import { ownOptions, type Rule, type RuleOption } from '../../linter/rules/support/rule.ts';

type Texts = Readonly<Record<string, string>>;

/** The texts of the manifest by their keys: those written by hand, and behind them those about rules, which are made anew. */
export function manifestTexts(text: string, rules: readonly Rule[]): Texts {
  const byHand = Object.entries(JSON.parse(text) as Texts).filter(([key]) => !key.startsWith('rules.'));
  return Object.assign(Object.fromEntries(byHand), sharedTexts, ...rules.map(ruleTexts));
}

/** The same schema, with keys where it has the texts of a rule and of its options. Throws where a text has none. */
export function withKeys<T>(schema: T, rule: Rule): T {
  const keys = new Map(Object.entries({ ...sharedTexts, ...ruleTexts(rule) }).map(([key, text]) => [text, `%${key}%`]));
  const keyed = (text: string) => {
    const key = keys.get(text);
    if (key === undefined) throw new Error(`The text “${text}” of ${rule.id} has no key in package.nls.json`);
    return key;
  };
  return JSON.parse(JSON.stringify(schema), (name, value) => {
    if (/description$/i.test(name)) return keyed(value);
    return /descriptions$/i.test(name) ? value.map(keyed) : value;
  });
}

const sharedTexts: Texts = {
  ...Object.fromEntries(Object.entries(severityMeanings).map(([severity, text]) => [`rules.severity.${severity}`, text])),
  'rules.operations': operationPatternSchema.description,
};

/** What the settings say of a rule, without its options. */
export function ruleDescription({ summary, severity }: Rule): string {
  return `${summary}. Default: \`${severity}\`.`;
}

function ruleTexts(rule: Rule): Texts {
  const options = ownOptions(rule).map(([name, option]) => optionTexts(`rules.${rule.id}.${name}`, option));
  return Object.assign({ [`rules.${rule.id}`]: ruleDescription(rule) }, ...options);
}

function optionTexts(key: string, { description, schema }: RuleOption): Texts {
  const { enum: choices, enumDescriptions } = schema as {
    readonly enum?: readonly string[];
    readonly enumDescriptions?: readonly string[];
  };
  return { [key]: description, ...Object.fromEntries((enumDescriptions ?? []).map((text, index) => [`${key}.${choices?.[index]}`, text])) };
}
