import { ownOptions, type Rule, type RuleOption } from '../rules/support/rule.ts';

/** A JSON Schema (draft-07), with the keywords that editors know. */
export type Schema = Readonly<Record<string, unknown>>;

/** What a person may choose for a rule, and what each choice means. */
export const severityMeanings: Readonly<Record<string, string>> = {
  off: 'The rule is not in force.',
  info: 'Shown as information.',
  warning: 'Shown as a warning.',
  error: 'Shown as an error.',
};

/** The severities, with what each means. */
export const severitySchema: Schema = { enum: Object.keys(severityMeanings), enumDescriptions: Object.values(severityMeanings) };

/** The schema of what a person writes for a rule: a severity, or `[severity, options]`. */
export function ruleSchema(rule: Rule, severities: Schema): Schema {
  const options = ownOptions(rule);
  if (options.length === 0) return severities;
  const properties = Object.fromEntries(options.map(([name, option]) => [name, optionSchema(option)]));
  const pair = [severities, { type: 'object', properties, additionalProperties: false }];
  return { anyOf: [severities, { type: 'array', items: pair, minItems: 1, maxItems: 2 }] };
}

function optionSchema({ schema, description, default: value }: RuleOption): Schema {
  return { ...withMeanings(schema), markdownDescription: description, default: value };
}

/** A choice of severities says what each means. */
function withMeanings(schema: Schema): Schema {
  const meanings = [schema['enum'] ?? []].flat().map((choice) => severityMeanings[choice as string]);
  return meanings.length > 0 && !meanings.includes(undefined) ? { ...schema, enumDescriptions: meanings } : schema;
}
