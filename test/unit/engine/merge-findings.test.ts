import { describe, expect, it } from 'vitest';
import { mergeFindings } from '../../../linter/index.ts';
import { missionFiles } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';

const entry = (path: string, more = '') =>
  `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  ${path}: {$ref: shared.yaml#/item}\n${schemes}${more}`;

async function merged(files: Readonly<Record<string, string>>, ...entries: readonly string[]) {
  const memory = missionFiles(files);
  const results = await Promise.all(entries.map((path) => memory.check(path)));
  return mergeFindings(results);
}

const says = (findings: Awaited<ReturnType<typeof merged>>) =>
  findings.map(({ rule, operations }) => [rule, operations.map(({ method, path }) => `${method} ${path}`)]);

describe('case 44: two descriptions that share a fragment', () => {
  const files = {
    'one.yaml': entry('/one'),
    'two.yaml': entry('/two'),
    'shared.yaml':
      "item:\n  get: {responses: {'401': {description: No}}}\n  put: {responses: {}}\n  post: {security: [nobody: []], responses: {'401': {$ref: '#/nothing'}}}\n",
  };

  it('have each finding about it once, with the operations of both', async () => {
    expect(says(await merged(files, 'one.yaml', 'two.yaml'))).toEqual([
      ['missing-www-authenticate', ['get /one', 'get /two']],
      ['missing-401', ['put /one', 'put /two']],
      ['undefined-security-scheme', ['post /one', 'post /two']],
      ['unresolved-reference', []],
    ]);
  });

  it('name the users of both as related places', async () => {
    const [finding] = await merged(files, 'one.yaml', 'two.yaml');
    expect(finding?.related.map(({ message }) => message)).toEqual(['GET /one answers with it', 'GET /two answers with it']);
  });

  it('keep what only one of them has', async () => {
    const defined = files['two.yaml'].replace('  securitySchemes:\n', '  securitySchemes:\n    nobody: {type: http, scheme: basic}\n');
    const findings = says(await merged({ ...files, 'two.yaml': defined }, 'one.yaml', 'two.yaml'));
    expect(findings).toContainEqual(['undefined-security-scheme', ['post /one']]);
  });

  it('give the same list in any order of the descriptions', async () => {
    const list = async (...entries: string[]) => JSON.stringify(await merged(files, ...entries));
    expect(await list('two.yaml', 'one.yaml')).toBe(await list('one.yaml', 'two.yaml'));
  });

  it('have the gravest severity that the configurations of both give a finding', async () => {
    const severity = (word: string) => `extends: minimal\nrules: {missing-401: ${word}}\n`;
    const apart = {
      'a/openapi.yaml': entry('/a').replace('shared', '../shared'),
      'a/.auth-lint.yaml': severity('info'),
      'b/openapi.yaml': entry('/b').replace('shared', '../shared'),
      'b/.auth-lint.yaml': severity('error'),
      'shared.yaml': 'item:\n  get: {responses: {}}\n',
    };
    for (const entries of [
      ['a/openapi.yaml', 'b/openapi.yaml'],
      ['b/openapi.yaml', 'a/openapi.yaml'],
    ]) {
      const findings = await merged(apart, ...entries);
      expect(findings.map(({ severity, operations }) => [severity, operations.length])).toEqual([['error', 2]]);
    }
  });

  it('are not changed by being merged with themselves', async () => {
    expect(JSON.stringify(await merged(files, 'one.yaml', 'one.yaml'))).toBe(JSON.stringify(await merged(files, 'one.yaml')));
  });
});

describe('case 52: one path item at two paths', () => {
  it('has each finding once', async () => {
    const text = `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /one: &item\n    get: {responses: {}}\n  /two: *item\n  /three: {$ref: '#/paths/~1one'}\n${schemes}`;
    expect(says(await merged({ 'openapi.yaml': text }, 'openapi.yaml'))).toEqual([['missing-401', ['get /one', 'get /two', 'get /three']]]);
  });

  it('has the gravest severity that is in force for one of them', async () => {
    const text = `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /one: &item\n    get: {responses: {}}\n  /two: *item\n${schemes}`;
    const configuration = "extends: minimal\noverrides: [{operations: ['GET /one'], rules: {missing-401: info}}]\n";
    const findings = await merged({ 'openapi.yaml': text, '.auth-lint.yaml': configuration }, 'openapi.yaml');
    expect(findings.map(({ severity, operations }) => [severity, operations.length])).toEqual([['warning', 2]]);
  });
});

describe('the order of findings', () => {
  it('is by file, position and rule', async () => {
    const files = {
      'b.yaml': entry('/b'),
      'a.yaml': entry('/a', 'x: [\n'),
      'shared.yaml': 'item:\n  put: {security: [nobody: []], responses: {}}\n  get: {responses: {}}\n',
    };
    const findings = await merged(files, 'b.yaml', 'a.yaml');
    const keys = findings.map(({ file, range, rule }) => [file, String(range.start).padStart(6, '0'), rule].join(' '));
    expect(keys).toEqual([...keys].sort());
    expect(new Set(findings.map(({ file }) => file)).size).toBe(2);
  });
});
