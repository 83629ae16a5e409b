import { describe, expect, it } from 'vitest';
import { ownFiles } from '../../../linter/index.ts';
import { type MemoryFiles, missionFiles, uriOf } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';

const description = `openapi: 3.1.0
security: [bearer: []]
paths: {/pets: {get: {responses: {}}}}
${schemes}`;

const severity = (word: string) => `rules: {missing-401: ${word}}\n`;
const inJson = (word: string) => `{"rules": {"missing-401": "${word}"}}`;

/** What is said of the missing 401: its severity, or nothing. */
async function said(files: MemoryFiles, path = 'a/b/openapi.yaml'): Promise<string | undefined> {
  return (await files.findings(path)).find(({ rule }) => rule === 'missing-401')?.severity;
}

describe.each([false, true])('the configuration file in force (files are read later: %s)', (later) => {
  const folder = (files: Readonly<Record<string, string>>) => missionFiles({ 'a/b/openapi.yaml': description, ...files }, { later });

  it.each<readonly [string, Readonly<Record<string, string>>, string, string | undefined]>([
    ['may be none', {}, 'warning', undefined],
    ['stands beside the description', { 'a/b/.auth-lint.yaml': severity('error') }, 'error', 'a/b/.auth-lint.yaml'],
    ['stands above it', { '.auth-lint.yaml': severity('error') }, 'error', '.auth-lint.yaml'],
    ['is the nearest', { '.auth-lint.yaml': severity('error'), 'a/.auth-lint.yaml': severity('info') }, 'info', 'a/.auth-lint.yaml'],
    ['has nothing of those above', { '.auth-lint.yaml': severity('error'), 'a/.auth-lint.yaml': '' }, 'warning', 'a/.auth-lint.yaml'],
    ['is not that of another folder', { 'a/c/.auth-lint.yaml': severity('error') }, 'warning', undefined],
    ['is not a folder further down', { 'a/b/c/.auth-lint.yaml': severity('error') }, 'warning', undefined],
    ['may be a .yml', { 'a/.auth-lint.yml': severity('error') }, 'error', 'a/.auth-lint.yml'],
    ['may be JSON', { 'a/.auth-lint.json': inJson('error') }, 'error', 'a/.auth-lint.json'],
    [
      'is .yaml rather than .yml rather than .json',
      { 'a/.auth-lint.yml': severity('error'), 'a/.auth-lint.json': inJson('off'), 'a/.auth-lint.yaml': severity('info') },
      'info',
      'a/.auth-lint.yaml',
    ],
    [
      'is .yml rather than .json',
      { 'a/.auth-lint.yml': severity('error'), 'a/.auth-lint.json': inJson('off') },
      'error',
      'a/.auth-lint.yml',
    ],
    ['is not one above the root', { '../.auth-lint.yaml': severity('error') }, 'warning', undefined],
  ])('%s', async (_, files, expected, configuration) => {
    const memory = folder(files);
    expect(await said(memory)).toBe(expected);
    expect((await memory.check('a/b/openapi.yaml')).configuration).toBe(configuration && uriOf(configuration));
  });

  it('may be a certain one, or be unwanted', async () => {
    const memory = folder({ 'a/.auth-lint.yaml': severity('error'), 'ci/lint.yaml': severity('info') });
    memory.settings = { ...memory.settings, configuration: { kind: 'file', uri: uriOf('ci/lint.yaml') } };
    expect(await said(memory)).toBe('info');
    memory.settings = { ...memory.settings, configuration: { kind: 'none' } };
    memory.linter.settingsChanged();
    expect(await said(memory)).toBe('warning');
  });

  it('counts as soon as it changes, comes or goes', async () => {
    const memory = folder({});
    expect(await said(memory)).toBe('warning');
    memory.write('.auth-lint.yaml', severity('error'));
    expect(await said(memory)).toBe('error');
    memory.write('a/b/.auth-lint.json', inJson('info'));
    expect(await said(memory)).toBe('info');
    memory.write('a/b/.auth-lint.json', inJson('off'));
    expect(await said(memory)).toBeUndefined();
    memory.texts.delete(uriOf('a/b/.auth-lint.json'));
    memory.linter.filesChanged([uriOf('a/b/.auth-lint.json')]);
    expect(await said(memory)).toBe('error');
  });

  it('counts as it is in the editor', async () => {
    const memory = folder({ '.auth-lint.yaml': severity('error') });
    expect(await said(memory)).toBe('error');
    memory.linter.openDocument(uriOf('.auth-lint.yaml'), severity('info'), 1);
    expect(await said(memory)).toBe('info');
    memory.linter.closeDocument(uriOf('.auth-lint.yaml'));
    expect(await said(memory)).toBe('error');
  });

  it('leaves results alone that it is not in force for', async () => {
    const memory = missionFiles({ 'a/openapi.yaml': description, 'b/openapi.yaml': description }, { later });
    const before = await memory.check('b/openapi.yaml');
    await memory.check('a/openapi.yaml');
    memory.write('a/.auth-lint.yaml', severity('error'));
    expect(await said(memory, 'a/openapi.yaml')).toBe('error');
    expect(await memory.check('b/openapi.yaml')).toBe(before);
  });
});

describe('a configuration file', () => {
  const wrong = 'extends: recomended\nrules: {missing-401: off}\n';

  it('has its mistakes told with each description that it is in force for, and they are the same ones', async () => {
    const memory = missionFiles({ 'a.yaml': description, 'b.yaml': description, '.auth-lint.yaml': wrong });
    const [ofA, ofB] = [await memory.findings('a.yaml'), await memory.findings('b.yaml')];
    expect(ofA.map(({ rule, file }) => [rule, file])).toEqual([['invalid-configuration', uriOf('.auth-lint.yaml')]]);
    expect(JSON.stringify(ofB)).toBe(JSON.stringify(ofA));
    expect(JSON.stringify(await memory.findings('.auth-lint.yaml'))).toBe(JSON.stringify(ofA));
  });

  it('is looked at alone when it is checked', async () => {
    const memory = missionFiles({ '.auth-lint.yaml': 'ignore: [x]\n', 'a/.auth-lint.yml': wrong, 'a/.auth-lint.yaml': '' });
    expect(await memory.linter.isEntry(uriOf('a/.auth-lint.yml'))).toBe(true);
    const result = await memory.check('a/.auth-lint.yml');
    expect(result).toMatchObject({ api: undefined, problem: undefined, configuration: uriOf('a/.auth-lint.yml') });
    expect(result.findings.map(({ rule }) => rule)).toEqual(['invalid-configuration']);
  });

  it('that is not there is none', async () => {
    const memory = missionFiles({});
    expect(await memory.linter.isEntry(uriOf('.auth-lint.yaml'))).toBe(false);
    expect(await memory.check('.auth-lint.yaml')).toMatchObject({ problem: 'missing', findings: [] });
  });

  it('is no part of a description', async () => {
    const memory = missionFiles({ 'a.yaml': description, '.auth-lint.yaml': 'extends: all\n' });
    const result = await memory.check('a.yaml');
    expect(ownFiles(result)).toEqual([uriOf('a.yaml')]);
    expect(memory.linter.entriesReaching(uriOf('.auth-lint.yaml'))).toEqual([]);
  });

  it('decides how grave its own mistakes are', async () => {
    const severities = async (text: string) =>
      (await missionFiles({ '.auth-lint.yaml': text }).findings('.auth-lint.yaml')).map((finding) => finding.severity);
    expect(await severities('rules: {x: off, invalid-configuration: info}\n')).toEqual(['info']);
    expect(await severities('rules: {x: off, invalid-configuration: off}\n')).toEqual([]);
  });

  it('that can’t be read is said, and nothing of those above it counts', async () => {
    const memory = missionFiles({ 'a/openapi.yaml': description, '.auth-lint.yaml': severity('error') });
    const linter = memory.withProblem('a/.auth-lint.yaml', { problem: 'unreadable', detail: 'not a text' });
    const result = await linter.check(uriOf('a/openapi.yaml'));
    expect(result?.findings).toMatchObject([
      { rule: 'invalid-configuration', file: uriOf('a/.auth-lint.yaml'), message: expect.stringContaining('not a text') },
      { rule: 'missing-401', severity: 'warning' },
    ]);
  });

  it('that is a link to the outside counts as not there', async () => {
    const memory = missionFiles({ 'a/openapi.yaml': description, '.auth-lint.yaml': severity('error') });
    const linter = memory.withProblem('a/.auth-lint.yaml', { problem: 'outside' });
    expect((await linter.check(uriOf('a/openapi.yaml')))?.findings).toMatchObject([{ rule: 'missing-401', severity: 'error' }]);
  });
});

describe('what a configuration ignores', () => {
  const files = { 'api.yaml': description, 'vendor/api.yaml': description, '.auth-lint.yaml': 'ignore: [vendor, missing]\n' };

  it('is not checked', async () => {
    const memory = missionFiles(files);
    expect(await memory.check('vendor/api.yaml')).toMatchObject({ api: undefined, findings: [], ignored: true, checkedAnyway: false });
    expect(await memory.check('api.yaml')).toMatchObject({ ignored: false, checkedAnyway: false });
    expect(await said(memory, 'api.yaml')).toBe('warning');
  });

  it('is checked when somebody insists', async () => {
    const memory = missionFiles(files);
    memory.settings = { ...memory.settings, evenIfIgnored: true };
    expect(await memory.check('vendor/api.yaml')).toMatchObject({ ignored: false, checkedAnyway: true });
    expect(await said(memory, 'vendor/api.yaml')).toBe('warning');
    expect(await memory.check('api.yaml')).toMatchObject({ checkedAnyway: false });
  });

  it('has no findings as a part of others, either', async () => {
    const memory = missionFiles({
      ...files,
      'api.yaml': description.replace('/pets: {get: {responses: {}}}', '/pets: {$ref: vendor/pets.yaml}'),
      'vendor/pets.yaml': 'get: {responses: {}}\n',
    });
    expect(await memory.findings('api.yaml')).toEqual([]);
  });

  it('never is the configuration: its mistakes are told', async () => {
    const memory = missionFiles({ 'api.yaml': description, '.auth-lint.yaml': "ignore: ['**']\nextends: x\nrules: {\n" });
    for (const path of ['api.yaml', '.auth-lint.yaml'])
      expect((await memory.findings(path)).map(({ rule }) => rule)).toEqual(['invalid-configuration', 'syntax-error']);
  });
});
