import { describe, expect, it } from 'vitest';
import { missing401OptionalAuth } from '../../../linter/rules/missing-401-optional-auth.ts';
import { runRule } from '../support/one-rule.ts';

const schemes = 'components: {securitySchemes: {key: {type: http, scheme: basic}, certificate: {type: mutualTLS}}}\n';

function twoOperations(other: string): string {
  return `openapi: 3.1.0\npaths:\n  /a:\n    get:\n      security: [{}, {key: []}]\n      responses: &common\n        '200': {description: Fine}\n    put:\n      security: ${other}\n      responses: *common\n${schemes}`;
}

describe('missing-401-optional-auth', () => {
  it.each([
    ['[{key: []}]', 'safe'],
    ['[{key: []}, {}]', 'safe'],
    ['[]', 'suggestion'],
  ])('beside an operation with %s that shares the responses, the first fix is %s', (other, kind) => {
    const [finding] = runRule(missing401OptionalAuth, twoOperations(other)).findings;
    expect(finding?.fixes[0]?.kind).toBe(kind);
  });

  it.each(['[{}, {certificate: []}]', '[{}]', 'null'])('is silent for security: %s', (security) => {
    const text = `openapi: 3.1.0\npaths: {/a: {get: {security: ${security}, responses: {}}}}\n${schemes}`;
    expect(runRule(missing401OptionalAuth, text).findings).toEqual([]);
  });

  it('is silent for OPTIONS, webhooks, and responses behind a broken reference', () => {
    const operation = 'security: [{}, {key: []}], responses: {}';
    const text = `openapi: 3.1.0\npaths:\n  /a: {options: {${operation}}, get: {security: [{}, {key: []}], responses: {$ref: '#/none'}}}\nwebhooks: {done: {post: {${operation}}}}\n${schemes}`;
    expect(runRule(missing401OptionalAuth, text).findings).toEqual([]);
  });
});
