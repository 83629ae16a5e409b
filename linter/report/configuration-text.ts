import type { InForce } from '../config/in-force.ts';
import type { RuleChoice, RuleSetting } from '../config/settings.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/support/rule.ts';

/** What is in force for a document, written as a configuration file (YAML) that says all of it; `name` is how the file is shown. */
export function configurationText({ preset, rules: settings, overrides, configuration }: InForce, name: string | undefined): string {
  const { fix, ignore } = configuration;
  const lines = [
    name === undefined ? '# No configuration file.' : `# From ${name}.`,
    `extends: ${preset}`,
    'rules:',
    ...rules.map((rule) => `  ${rule.id}: ${settingText(completed(rule, settings.get(rule.id)))}`),
    overrides.length === 0 ? 'overrides: []' : 'overrides:',
    ...overrides.flatMap(({ files, operations, rules: choices }) => [
      '  -',
      ...(files ? [`    files: ${JSON.stringify(files)}`] : []),
      ...(operations ? [`    operations: ${JSON.stringify(operations)}`] : []),
      choices.size === 0 ? '    rules: {}' : '    rules:',
      ...[...choices].map(([id, choice]) => `      ${id}: ${settingText(choice)}`),
    ]),
    'fix:',
    ...(fix.response === undefined ? [] : [`  response: ${JSON.stringify(fix.response)}`]),
    ...(fix.realm === undefined ? [] : [`  realm: ${JSON.stringify(fix.realm)}`]),
    `  body: ${typeof fix.body === 'string' ? fix.body : JSON.stringify(fix.body.$ref)}`,
    `ignore: ${JSON.stringify(ignore)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** A setting with the defaults of options that nobody chose; of a rule that is off they say nothing. */
function completed({ options = {} }: Rule, setting: RuleSetting | undefined): RuleSetting {
  if (!setting || (setting.severity === 'off' && Object.keys(setting.options).length === 0)) return { severity: 'off', options: {} };
  const defaults = Object.entries(options).flatMap(([name, option]) =>
    option.from === undefined ? [[name, option.default] as const] : [],
  );
  return { severity: setting.severity, options: { ...Object.fromEntries(defaults), ...setting.options } };
}

function settingText({ severity, options = {} }: RuleChoice): string {
  // Those of a rule that is off count where an override turns it on.
  const isBare = Object.keys(options).length === 0;
  return isBare ? severity : `[${severity}, ${JSON.stringify(options)}]`;
}
