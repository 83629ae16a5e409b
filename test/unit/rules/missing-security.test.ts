import { describe, expect, it } from 'vitest';
import { missingSecurity } from '../../../linter/rules/missing-security.ts';
import { runRule } from '../support/one-rule.ts';

const text = `openapi: 3.0.0
paths:
  /a:
    get:
      operationId: a
    put:
      operationId: b
    post:
      security: []
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
`;

describe('missing-security', () => {
  it('offers to say the same of all operations that say nothing', () => {
    const { findings, marked, fixedBy } = runRule(missingSecurity, text);
    expect(marked).toEqual(['get', 'put']);
    expect(findings[0]?.fixes.map(({ title }) => title)).toEqual([
      'Require key',
      'Declare it public: security: []',
      'Require key in all 2 operations that say nothing',
      'Declare all 2 operations public that say nothing',
    ]);
    const fixed = fixedBy('Require key in all 2 operations that say nothing')['openapi.yaml'] ?? '';
    expect(fixed).toBe(text.replace(/operationId: .\n/g, '$&      security:\n        - key: []\n'));
    expect(runRule(missingSecurity, fixed).marked).toEqual([]);
    expect(fixedBy('Declare all 2 operations public that say nothing')['openapi.yaml']).toBe(
      text.replace(/operationId: .\n/g, '$&      security: []\n'),
    );
  });

  it('neither counts nor changes operations that a person exempted', () => {
    const { findings } = runRule(missingSecurity, text, {}, ({ method }) => method === 'put');
    expect(findings.map(({ fixes }) => fixes.map(({ title }) => title))).toEqual([['Require key', 'Declare it public: security: []']]);
  });

  it('still sees that security is declared when all that declare it are exempted', () => {
    expect(runRule(missingSecurity, text, {}, ({ method }) => method === 'post').marked).toEqual(['get', 'put']);
  });

  it('is silent where security stands at the path, or is malformed: that is said already', () => {
    expect(runRule(missingSecurity, 'openapi: 3.0.0\npaths: {/a: {security: [], get: {}}, /b: {get: {security: null}}}\n').marked).toEqual(
      [],
    );
  });

  it('builds the edits of many operations in one go', () => {
    const paths = Array.from({ length: 3000 }, (_, index) => `  /${index}:\n    get:\n      operationId: a\n`).join('');
    const start = performance.now();
    const { findings } = runRule(missingSecurity, `openapi: 3.0.0\npaths:\n${paths}  /own:\n    get: {security: []}\n`);
    expect(findings).toHaveLength(3000);
    for (const { fixes } of findings) expect(fixes.at(-1)?.edits()[0]?.edits).toHaveLength(3000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
