import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../scripts/generate/languages.ts';
import { repository } from '../support/sources.ts';

const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));

interface Walkthrough {
  readonly steps: readonly { readonly media: { readonly svg: string } }[];
}

describe('the packed extension', () => {
  it('has what it needs and nothing else', () => {
    const vsce = join(dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce');
    const { stdout } = spawnSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: repository, encoding: 'utf8' });
    const files = stdout.trim().split('\n');
    const allowed =
      /^(?:package(?:\.nls(?:\.[a-z-]+)?)?\.json|l10n\/bundle\.l10n\.[a-z-]+\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/client-(?:node|whole)\.js|dist\/server\.js|dist\/third-party-notices\.txt|syntaxes\/[a-z.-]+\.json|schemas\/configuration\.schema\.json|docs\/rules\/[a-z0-9-]+\.md|docs\/walkthrough\/[a-z-]+\.svg|examples\/bookshop\.yaml|docs\/images\/[a-z0-9-]+\.png|icon\.png)$/i;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    const schemas = [...manifest.contributes.jsonValidation, ...manifest.contributes.yamlValidation].map(({ url }) => url);
    for (const needed of [manifest.main, manifest.browser, ...schemas]) expect(files).toContain(needed.replace('./', ''));
    const drawings = manifest.contributes.walkthroughs.flatMap(({ steps }: Walkthrough) => steps.map(({ media }) => media.svg));
    for (const needed of ['dist/client-whole.js', 'examples/bookshop.yaml', ...drawings]) expect(files).toContain(needed);
    for (const language of languages) expect(files).toContain(`l10n/bundle.l10n.${language}.json`);
  });

  it('is small', () => {
    expect(statSync(join(repository, 'dist/openapi-auth-lint.vsix')).size).toBeLessThan(700_000);
  });
});

describe('what is loaded at activation', () => {
  it('is small: the language client is in a file of its own', () => {
    expect(statSync(join(repository, 'dist/client-node.js')).size).toBeLessThan(20_000);
  });
});

describe('the lock file', () => {
  it('names no registry', () => {
    expect(readFileSync(join(repository, 'package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
    expect(readFileSync(join(repository, 'test/vscode/host/package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
  });
});

describe('every text of the manifest', () => {
  it('is in package.nls.json', () => {
    const texts = JSON.parse(readFileSync(join(repository, 'package.nls.json'), 'utf8'));
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    expect(used.filter((key) => !((key as string) in texts))).toEqual([]);
    expect(Object.keys(texts).filter((key) => !used.includes(key))).toEqual([]);
  });

  it('names files that exist', () => {
    const { grammars, jsonValidation, yamlValidation } = manifest.contributes;
    const named = [...grammars.map(({ path }: { path: string }) => path), ...[...jsonValidation, ...yamlValidation].map(({ url }) => url)];
    expect(named.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });
});
