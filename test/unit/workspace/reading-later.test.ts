import { describe, expect, it } from 'vitest';
import { missionFiles } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';

const files = {
  'openapi.yaml': `openapi: 3.2.0
security: [bearer: [], 'schemes.yaml#/nobody': []]
paths:
  /pets: {$ref: paths/pets.yaml}
  /toys: {$ref: paths/toys.yaml}
  /missing: {$ref: paths/missing.yaml}
${schemes}`,
  'paths/pets.yaml':
    "get: {responses: {$ref: ../answers.yaml}}\nput: {security: [nobody: []], responses: {'401': {$ref: ../answers.yaml#/401}}}\n",
  'paths/toys.yaml': "get: {responses: {'401': {$ref: ../chain/a.yaml}}}\npost: {$ref: ../chain/operation.yaml}\n",
  'answers.yaml': "'401': {description: No}\n",
  'chain/a.yaml': '$ref: b.yaml\n',
  'chain/b.yaml': '$ref: ../shared.yaml#/no\n',
  'chain/operation.yaml': 'responses: {}\n',
  'shared.yaml': 'no: {description: No, headers: {$ref: headers.yaml}}\n',
  'headers.yaml': 'WWW_Authenticate: {}\n',
  'schemes.yaml': 'someone: {type: http, scheme: basic}\n',
  'unrelated.yaml': 'get: {}\n',
};

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('a host that reads files later', () => {
  it('has the same findings as one that answers at once', async () => {
    const now = await missionFiles(files).findings('openapi.yaml');
    const later = await missionFiles(files, { later: true }).findings('openapi.yaml');
    expect(now.length).toBeGreaterThan(5);
    expect(plain(later)).toEqual(plain(now));
  });

  it('has the same findings where a circle of files is loaded step by step', async () => {
    const circle = {
      'openapi.yaml': 'openapi: 3.1.0\npaths:\n  /a: {$ref: a.yaml}\n',
      'a.yaml': '$ref: b.yaml\n',
      'b.yaml': '$ref: a.yaml\n',
    };
    const now = await missionFiles(circle).findings('openapi.yaml');
    expect(now.map(({ rule }) => rule)).toEqual(['unresolved-reference']);
    expect(plain(await missionFiles(circle, { later: true }).findings('openapi.yaml'))).toEqual(plain(now));
  });

  it.each([false, true])('each file is read once, an unrelated one never (later: %s)', async (later) => {
    const memory = missionFiles(files, { later });
    await memory.check('openapi.yaml');
    await memory.check('openapi.yaml');
    const read = Object.keys(files)
      .filter((path) => path !== 'unrelated.yaml')
      .concat('paths/missing.yaml');
    expect(new Map(memory.reads)).toEqual(new Map([...read].map((path) => [`file:///api/${path}`, 1])));
  });

  it('the checks of two entry documents at a time share what is read', async () => {
    const memory = missionFiles({ ...files, 'second.yaml': files['openapi.yaml'] }, { later: true });
    await Promise.all([memory.check('openapi.yaml'), memory.check('second.yaml'), memory.check('openapi.yaml')]);
    expect(Math.max(...memory.reads.values())).toBe(1);
  });

  it('an answer that nobody waits for any more is not given', async () => {
    const memory = missionFiles(files, { later: true });
    expect(await memory.linter.check('file:///api/openapi.yaml', { aborted: true })).toBe(undefined);
  });

  it('names the files that were read or tried', async () => {
    const { files: reached } = await missionFiles(files, { later: true }).check('openapi.yaml');
    expect([...reached]).toContain('file:///api/headers.yaml');
    expect([...reached]).toContain('file:///api/paths/missing.yaml');
    expect([...reached]).not.toContain('file:///api/unrelated.yaml');
  });

  it('gives the same result again when files are read anew and are the same, also while others have them read', async () => {
    const memory = missionFiles(files, { later: true });
    const first = await memory.check('openapi.yaml');
    const again = Array.from({ length: 5 }, () => {
      memory.linter.filesChanged();
      return memory.check('openapi.yaml').then(async (result) => {
        memory.linter.filesChanged();
        return [result, await memory.check('openapi.yaml')];
      });
    });
    for (const result of (await Promise.all(again)).flat()) expect(result).toBe(first);
  });
});
