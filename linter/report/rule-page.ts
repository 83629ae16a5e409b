import { ownOptions, type Rule, type RuleExample } from '../rules/support/rule.ts';

const severityWords = { error: 'error', warning: 'warning', info: 'information' } as const;

const fixWords = {
  safe: 'safe: *fix all* applies it',
  suggestion: 'suggestions: a person chooses',
  none: 'none',
} as const;

/** A rule's page in Markdown. */
export function rulePage(rule: Rule): string {
  return [
    `# ${rule.id}`,
    `${rule.summary}.`,
    `| category | severity | from preset | OpenAPI | fix |\n| --- | --- | --- | --- | --- |\n| ${rule.category} | ${severityWords[rule.severity]} | ${rule.preset} | ${rule.versions.join(', ')} | ${fixWords[rule.fix]} |`,
    `## Why\n\n${rule.why}`,
    ...optionSection(rule),
    `## Examples\n\n${rule.examples.map(exampleSection).join('\n\n')}`,
    ...referenceSection(rule),
  ]
    .join('\n\n')
    .concat('\n');
}

function optionSection(rule: Rule): readonly string[] {
  const own = ownOptions(rule).map(
    ([name, { description, schema, default: value }]) =>
      `| \`${name}\` | ${description.replaceAll('|', '\\|')} | ${valuesOf(schema)} | \`${JSON.stringify(value)}\` |`,
  );
  const table = `| name | meaning | values | default |\n| --- | --- | --- | --- |\n${own.join('\n')}`;
  const taken = Object.entries(rule.options ?? {}).flatMap(([name, { from }]) =>
    from === undefined ? [] : [`\`${name}\` is an option of [${from}](${from}.md): it is chosen there, and holds here too.`],
  );
  const parts = [...(own.length > 0 ? [table] : []), ...taken];
  return parts.length > 0 ? [`## Options\n\n${parts.join('\n\n')}`] : [];
}

function referenceSection({ references }: Rule): readonly string[] {
  return references.length > 0 ? [`## References\n\n${references.map(({ title, url }) => `- [${title}](${url})`).join('\n')}`] : [];
}

/** What an option may be, in words. */
function valuesOf(schema: Readonly<Record<string, unknown>>): string {
  const { enum: values, type, items } = schema;
  if (Array.isArray(values)) return values.map((value) => `\`${value}\``).join(', ');
  return type === 'array' ? `a list of: ${valuesOf(items as Readonly<Record<string, unknown>>)}` : 'text';
}

function exampleSection({ title, text, fixed, format = 'yaml', files, options }: RuleExample): string {
  const fence = (body: string) => `\`\`\`${format}\n${body.replace(/^\n/, '')}\`\`\``;
  return [
    `### ${title}`,
    ...(options ? [`With the options \`${JSON.stringify(options)}\`:`] : []),
    fence(text),
    ...Object.entries(files ?? {}).map(([name, body]) => `Beside it \`${name}\`:\n\n${fence(body)}`),
    ...(fixed === undefined ? [] : ['Fixed:', fence(fixed)]),
  ].join('\n\n');
}
