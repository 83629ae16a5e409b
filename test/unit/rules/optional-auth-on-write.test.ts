import { describe, expect, it } from 'vitest';
import { optionalAuthOnWrite } from '../../../linter/rules/optional-auth-on-write.ts';
import { runRule } from '../support/one-rule.ts';

const text = `openapi: 3.1.0
security: [{key: []}, {}]
paths:
  /a:
    get: {}
    post: {}
    delete: {}
    put: {security: [{key: []}]}
webhooks:
  done: {post: {security: [{}, {key: []}]}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
`;

describe('optional-auth-on-write', () => {
  it('reports the root once, with the operations that inherit it and write', () => {
    const { findings, marked } = runRule(optionalAuthOnWrite, text);
    expect(marked).toEqual(['{}']);
    expect(findings[0]?.operations.map(({ method }) => method)).toEqual(['post', 'delete']);
    expect(findings[0]?.message).toContain('POST /a, like another operation that can write,');
  });

  it('neither counts nor names operations that a person exempted', () => {
    const { findings } = runRule(optionalAuthOnWrite, text, {}, ({ method }) => method === 'post');
    expect(findings[0]?.message).toMatch(/^DELETE \/a accepts requests without credentials/);
    expect(runRule(optionalAuthOnWrite, text, {}, () => true).findings).toEqual([]);
  });
});
