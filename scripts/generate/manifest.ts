import type { Rule } from '../../linter/rules/support/rule.ts';
import { ruleSchema, severityMeanings } from './rule-schema.ts';

/** `package.json` with the parts that come from the rules made anew. */
export function manifestText(text: string, rules: readonly Rule[]): string {
  const manifest = JSON.parse(text);
  const setting = manifest.contributes?.configuration?.properties?.['authLint.rules'];
  if (!setting) throw new Error('package.json must contribute the setting authLint.rules');
  const severities = { enum: Object.keys(severityMeanings) };
  setting.properties = Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      { ...ruleSchema(rule, severities), markdownDescription: `${rule.summary}. Default: \`${rule.severity}\`.` },
    ]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
