import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationSchema } from '../../linter/config/configuration-schema.ts';
import { rulePage } from '../../linter/report/rule-page.ts';
import type { Rule } from '../../linter/rules/support/rule.ts';
import { grammarText } from './grammar.ts';
import { jsonSchemas } from './json-schemas.ts';
import { bundles, json, manifestTranslations } from './languages.ts';
import { manifestText } from './manifest.ts';
import { readmeText } from './readme.ts';
import { exportName, registryText } from './registry.ts';
import { reportPageText } from './report-page.ts';
import { manifestTexts } from './rule-texts.ts';

/** Every generated file: its path from the repository's root, and what it has to say. */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const ids = await ruleIds(root);
  const rules = await Promise.all(ids.map((id) => loadRule(root, id)));
  const read = (path: string) => readFile(join(root, path), 'utf8');
  const texts = manifestTexts(await read('package.nls.json'), rules);
  return new Map([
    ['linter/rules/index.ts', registryText(ids)],
    ...rules.map((rule): [string, string] => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
    ['README.md', readmeText(await read('README.md'), rules)],
    ['package.json', manifestText(await read('package.json'), rules)],
    ['package.nls.json', json(texts)],
    ...(await manifestTranslations(root, texts)),
    ...(await bundles(root)),
    ...jsonSchemas(root),
    ['schemas/configuration.schema.json', `${JSON.stringify(configurationSchema(rules), null, 2)}\n`],
    ['linter/report/page/assets.ts', await reportPageText(root)],
    ['syntaxes/challenge.tmLanguage.json', grammarText()],
  ]);
}

/** The ids of all rules, sorted: the names of the files in `linter/rules`. */
async function ruleIds(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, 'linter/rules'));
  return names
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}

async function loadRule(root: string, id: string): Promise<Rule> {
  const module: Record<string, Rule> = await import(join(root, 'linter/rules', `${id}.ts`));
  const rule = module[exportName(id)];
  if (rule?.id !== id) throw new Error(`linter/rules/${id}.ts must export a rule with the id ${id} as ${exportName(id)}`);
  return rule;
}
