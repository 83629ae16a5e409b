import { ruleSchema, severitySchema } from '../../linter/config/rule-schema.ts';
import type { Rule } from '../../linter/rules/support/rule.ts';
import { ruleDescription, withKeys } from './rule-texts.ts';

/** `package.json` with the parts that come from the rules made anew. */
export function manifestText(text: string, rules: readonly Rule[]): string {
  const manifest = JSON.parse(text);
  const setting = manifest.contributes?.configuration?.properties?.['authLint.rules'];
  if (!setting) throw new Error('package.json must contribute the setting authLint.rules');
  setting.properties = Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule)]));
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function ruleSetting(rule: Rule) {
  return withKeys({ ...ruleSchema(rule, severitySchema), markdownDescription: ruleDescription(rule) }, rule);
}
