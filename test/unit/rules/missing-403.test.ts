import { describe, expect, it } from 'vitest';
import { missing403 } from '../../../linter/rules/missing-403.ts';
import { runRule } from '../support/one-rule.ts';

function operations(count: number, more = ''): string {
  const paths = Array.from({ length: count }, (_, index) => `  /a${index}: {get: {responses: {'200': {description: Fine}}}}\n`);
  return `openapi: 3.1.0\nsecurity: [{login: [read]}]\npaths:\n${paths.join('')}${more}components: {securitySchemes: {login: {type: oauth2, flows: {}}}}\n`;
}

describe('missing-403', () => {
  it('reports up to twenty operations one by one', () => {
    expect(runRule(missing403, operations(20)).marked).toEqual(Array.from({ length: 20 }, () => 'get'));
  });

  it('reports more than twenty once, at the paths, and adds a 403 to all of them', () => {
    const result = runRule(missing403, operations(21));
    expect(result.marked).toEqual(['paths']);
    expect(result.findings[0]?.operations).toHaveLength(21);
    const fixed = result.fixedBy('Add a 403 response to all 21 operations')['openapi.yaml'] ?? '';
    expect(fixed.match(/'403': \{description: /g)).toHaveLength(21);
    expect(runRule(missing403, fixed).findings).toEqual([]);
  });

  it('reports them one by one where some document it', () => {
    const documented = "  /b: {get: {responses: {'403': {description: No}}}}\n";
    expect(runRule(missing403, operations(21, documented)).marked).toHaveLength(21);
  });

  it('does not count operations that a person exempted', () => {
    const { findings } = runRule(missing403, operations(21), {}, ({ path }) => path === '/a0');
    expect(findings).toHaveLength(20);
  });

  it('names the scopes of all alternatives, each once', () => {
    const text = operations(0, '  /b: {get: {security: [{login: [read, write]}, {login: [write]}, {login: [7, null]}]}}\n');
    expect(runRule(missing403, text).findings[0]?.message).toContain('GET /b requires “read” or “write” but');
    const both = operations(0, '  /b: {get: {security: [{login: [read, write]}, {}]}}\n');
    expect(runRule(missing403, both).findings[0]?.message).toContain('GET /b requires “read” and “write” but');
  });

  it.each(["'403'", 'default', '4XX'])('is silent beside %s', (status) => {
    expect(runRule(missing403, operations(0, `  /b: {get: {responses: {${status}: {}}}}\n`)).findings).toEqual([]);
  });

  it('knows no ranges in 2.0', () => {
    const text = "swagger: '2.0'\nsecurity: [{login: [read]}]\npaths: {/a: {get: {responses: {4XX: {}}}}}\n";
    expect(runRule(missing403, text).marked).toEqual(['get']);
  });

  it('is silent for OPTIONS, webhooks, and responses that are not known', () => {
    const more = "  /b: {options: {responses: {}}, get: {responses: {$ref: 'none.yaml'}}}\nwebhooks: {done: {post: {responses: {}}}}\n";
    expect(runRule(missing403, operations(0, more)).findings).toEqual([]);
  });

  it('refers to the shared 403 that is used most, as the file refers to it', () => {
    const used = "  /b: {get: {responses: {'403': {$ref: './errors.yaml#/No'}}}}\n  /c: {get: {responses: {}}}\n";
    const result = runRule(missing403, operations(0, used), { 'errors.yaml': 'No: {description: You may not}\n' });
    expect(result.fixedBy('Add a 403 that references “No”')['openapi.yaml']).toContain(
      "/c: {get: {responses: {'403': {$ref: './errors.yaml#/No'}}}}",
    );
  });
});
