import { describe, expect, it } from 'vitest';
import { duplicateWwwAuthenticate } from '../../../linter/rules/duplicate-www-authenticate.ts';
import { runRule } from '../support/one-rule.ts';

const run = (headers: string, before = '') =>
  runRule(
    duplicateWwwAuthenticate,
    `${before}openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n        '401':\n          headers:\n${headers}`,
  );

describe('duplicate-www-authenticate', () => {
  it('wants the usual spelling to stay, else the first', () => {
    const [usual, two, three] = ['WWW-Authenticate', 'www-authenticate', 'WWW-AUTHENTICATE'].map((name) => `            ${name}: {}\n`);
    expect(run(`${two}${usual}${three}`).marked).toEqual(['www-authenticate', 'WWW-AUTHENTICATE']);
    expect(run(`${two}${three}`).marked).toEqual(['WWW-AUTHENTICATE']);
  });

  it('offers to remove the one or the other', () => {
    const headers = '            WWW-Authenticate: {example: Basic}\n            www-authenticate: {example: Bearer}\n';
    const { findings, fixedBy } = run(headers);
    expect(findings.flatMap(({ fixes }) => fixes.map(({ kind, title }) => `${kind}: ${title}`))).toEqual([
      'suggestion: Remove www-authenticate',
      'suggestion: Remove WWW-Authenticate',
    ]);
    expect(fixedBy('Remove WWW-Authenticate')['openapi.yaml']).toContain('headers:\n            www-authenticate: {example: Bearer}\n');
    expect(fixedBy('Remove www-authenticate')['openapi.yaml']).toContain('headers:\n            WWW-Authenticate: {example: Basic}\n');
  });

  it('knows headers that a merge key brings', () => {
    const { marked } = run('            <<: *common\n            www-authenticate: {}\n', 'x-common: &common {WWW-Authenticate: {}}\n');
    expect(marked).toEqual(['www-authenticate']);
  });

  it('leaves the same key twice to duplicate-key', () => {
    expect(run('            WWW-Authenticate: {}\n            WWW-Authenticate: {}\n').marked).toEqual([]);
  });

  it('says it once of a response that several operations and statuses share', () => {
    const text = `openapi: 3.0.3
paths:
  /a: {get: {responses: {'401': {$ref: '#/components/responses/No'}, '403': {$ref: '#/components/responses/No'}}}}
  /b: {get: {responses: {'401': {$ref: '#/components/responses/No'}}}}
components: {responses: {No: {description: No, headers: {WWW-Authenticate: {}, www-authenticate: {}}}}}
`;
    const { findings } = runRule(duplicateWwwAuthenticate, text);
    expect(findings.map(({ operations }) => operations.map(({ path }) => path))).toEqual([['/a', '/b']]);
  });
});
