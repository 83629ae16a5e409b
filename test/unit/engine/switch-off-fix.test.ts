import { describe, expect, it } from 'vitest';
import { type Finding, type Fix, noChoices, switchOffFix } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

const api = `openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{bearer: []}]
paths:
  /pets:
    get:
      tags: [pets]
      responses: {'200': {description: Fine}}
  /dogs:
    $ref: dogs.yaml
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;

const dogs = "get:\n  responses: {'200': {description: Fine}}\n";

/** The fix for the first missing-401 in a file, under all entries given. */
async function fixFor(
  files: Readonly<Record<string, string>>,
  path = 'openapi.yaml',
  entries: readonly string[] = ['openapi.yaml'],
): Promise<{ readonly memory: MemoryFiles; readonly fix: Fix | undefined }> {
  const memory = new MemoryFiles({ 'openapi.yaml': api, 'dogs.yaml': dogs, ...files });
  const results = await Promise.all(entries.map((entry) => memory.check(entry)));
  const isMeant = ({ rule, file }: Finding): boolean => rule === 'missing-401' && file === uriOf(path);
  const finding = results.flatMap(({ findings }) => findings).find(isMeant);
  if (!finding) throw new Error('nothing is found');
  return { memory, fix: switchOffFix(memory.linter, finding, results) };
}

describe('the configuration in force', () => {
  it('is edited, and nothing of the rule is found any more', async () => {
    const { memory, fix } = await fixFor({
      'dogs.yaml': `${dogs}put:\n  responses: {'401': {description: No}}\n`,
      '.auth-lint.yaml': 'extends: all\n',
    });
    expect(fix?.title).toBe('Turn missing-401 off in .auth-lint.yaml');
    memory.apply(fix?.edits() ?? []);
    expect(memory.text('.auth-lint.yaml')).toBe('extends: all\nrules:\n  missing-401: off\n');
    const rules = (await memory.findings('openapi.yaml')).map(({ rule }) => rule);
    expect(rules).not.toContain('missing-401');
    expect(rules).toContain('missing-www-authenticate');
  });

  it('is made where there is none, in the folder up to which it is looked for', async () => {
    const { fix } = await fixFor({ 'deep/er/api.yaml': api }, 'deep/er/api.yaml', ['deep/er/api.yaml']);
    expect(fix?.title).toBe('Turn missing-401 off in a new .auth-lint.yaml');
    expect(fix?.edits()).toMatchObject([{ file: uriOf('.auth-lint.yaml'), isNew: true }]);
  });

  it('is each one that is in force for a file of several descriptions', async () => {
    const other = { 'other/api.yaml': api.replace('dogs.yaml', '../dogs.yaml'), 'other/.auth-lint.json': '{}' };
    const { memory, fix } = await fixFor(other, 'dogs.yaml', ['openapi.yaml', 'other/api.yaml']);
    expect(fix?.title).toBe('Turn missing-401 off in 2 configuration files');
    memory.apply(fix?.edits() ?? []);
    const found = [...(await memory.findings('openapi.yaml')), ...(await memory.findings('other/api.yaml'))];
    expect(found.filter(({ rule }) => rule === 'missing-401')).toEqual([]);
  });
});

describe('no configuration is edited', () => {
  it('when an override would switch the rule on again there', async () => {
    const configured = (override: string) =>
      fixFor({ '.auth-lint.yaml': `overrides:\n  - ${override}\n    rules: {missing-401: error}\n` });
    expect((await configured('files: ["openapi.yaml"]')).fix).toBeUndefined();
    expect((await configured('operations: ["tag:pets"]')).fix).toBeUndefined();
    expect((await configured('operations: ["GET /dogs"]')).fix?.title).toBe('Turn missing-401 off in .auth-lint.yaml');
    expect((await configured('files: ["dogs.yaml"]')).fix?.title).toBe('Turn missing-401 off in .auth-lint.yaml');
  });

  it('when there is none and the host looks for none', async () => {
    const memory = new MemoryFiles({ 'openapi.yaml': api, 'dogs.yaml': dogs });
    memory.settings = { configuration: { kind: 'none' }, below: { preset: 'all', rules: new Map() }, above: noChoices };
    const result = await memory.check('openapi.yaml');
    const [finding] = result.findings;
    expect(finding && switchOffFix(memory.linter, finding, [result])).toBeUndefined();
  });

  it('when something is in the way that is no configuration', async () => {
    const memory = new MemoryFiles({ 'openapi.yaml': api, 'dogs.yaml': dogs });
    const linter = memory.withProblem('.auth-lint.yaml', { problem: 'outside' });
    const result = await linter.check(uriOf('openapi.yaml'));
    const [finding] = result?.findings ?? [];
    expect(finding && result && switchOffFix(linter, finding, [result])).toBeUndefined();
  });

  it('when its text can not be edited', async () => {
    expect((await fixFor({ '.auth-lint.yaml': 'rules: all\n' })).fix?.edits()).toEqual([]);
  });

  it('for what is said of texts that can not be read, or of configurations', async () => {
    const memory = new MemoryFiles({ 'openapi.yaml': `${api}  [\n`, 'dogs.yaml': dogs, '.auth-lint.yaml': 'rules: {nothing: off}\n' });
    const result = await memory.check('openapi.yaml');
    for (const rule of ['syntax-error', 'invalid-configuration']) {
      const finding = result.findings.find((each) => each.rule === rule);
      expect([rule, finding && switchOffFix(memory.linter, finding, [result])]).toEqual([rule, undefined]);
      expect(finding).toBeDefined();
    }
  });
});
