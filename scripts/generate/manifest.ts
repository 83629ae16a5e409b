import type { Rule, RuleOption } from '../../linter/rules/support/rule.ts';

/** `package.json` with the parts that come from the rules made anew. */
export function manifestText(text: string, rules: readonly Rule[]): string {
  const manifest = JSON.parse(text);
  const setting = manifest.contributes?.configuration?.properties?.['authLint.rules'];
  if (!setting) throw new Error('package.json must contribute the setting authLint.rules');
  setting.properties = Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const severities = ['off', 'info', 'warning', 'error'];

/** A severity, or where the rule has options a severity with them. */
function ruleSchema({ summary, severity, options }: Rule): unknown {
  const markdownDescription = `${summary}. Default: \`${severity}\`.`;
  if (!options) return { enum: severities, markdownDescription };
  const properties = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)]));
  const pair = [{ enum: severities }, { type: 'object', properties, additionalProperties: false }];
  return { anyOf: [{ enum: severities }, { type: 'array', items: pair, minItems: 1, maxItems: 2 }], markdownDescription };
}

function optionSchema({ schema, description, default: value }: RuleOption): unknown {
  return { ...schema, markdownDescription: description, default: value };
}
