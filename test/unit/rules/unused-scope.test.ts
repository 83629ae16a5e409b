import { describe, expect, it } from 'vitest';
import { unusedScope } from '../../../linter/rules/unused-scope.ts';
import { runRule } from '../support/one-rule.ts';

const flow = (scopes: string) => `{type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com', scopes: ${scopes}}}}`;

function describing(security: string, scheme: string, paths = '{}'): string {
  return `openapi: 3.1.0\nsecurity: ${security}\npaths: ${paths}\ncomponents:\n  securitySchemes:\n    pets: ${scheme}\n    other: {$ref: '#/components/securitySchemes/pets'}\n`;
}

const marked = (text: string, files = {}) => runRule(unusedScope, text, files).marked;

describe('unused-scope', () => {
  it('counts scopes that are asked for under another name of the scheme', () => {
    expect(marked(describing('[{pets: [a]}, {other: [b]}]', flow('{a: A, b: B, c: C}')))).toEqual(['c']);
  });

  it('is silent when a requirement can not be read', () => {
    expect(marked(describing('[{pets: [a]}]', flow('{a: A, b: B}'), '{/a: {get: {security: null}}}'))).toEqual([]);
  });

  it('is silent for a scheme in another file: other descriptions may ask for more', () => {
    expect(marked(describing('[{pets: [a]}]', "{$ref: 'schemes.yaml'}"), { 'schemes.yaml': flow('{a: A, b: B}') })).toEqual([]);
  });

  it('reports at the scheme when more than twenty scopes are left over', () => {
    const scopes = (count: number) => `{a: A, ${Array.from({ length: count }, (_, index) => `s${index}: S`).join(', ')}}`;
    expect(marked(describing('[{pets: [a]}]', flow(scopes(20))))).toHaveLength(20);
    expect(marked(describing('[{pets: [a]}]', flow(scopes(21))))).toEqual(['pets']);
  });
});
