import { describe, expect, it } from 'vitest';
import { undefinedScope } from '../../../linter/rules/undefined-scope.ts';
import { runRule } from '../support/one-rule.ts';

const flow = (scopes: string) => `{type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com', scopes: ${scopes}}}}`;

function describing(scheme: string, security: string, more = ''): string {
  return `openapi: 3.1.0\nsecurity: ${security}\npaths: {}\n${more}components:\n  securitySchemes:\n    pets: ${scheme}\n`;
}

describe('undefined-scope', () => {
  it('compares scopes with regard to case', () => {
    const { findings, marked } = runRule(undefinedScope, describing(flow('{Read: Reading}'), '[{pets: [read]}]'));
    expect(marked).toEqual(['read']);
    expect(findings[0]?.message).toContain('Did you mean Read?');
  });

  it('is silent when the scopes are behind a reference that leads nowhere', () => {
    expect(runRule(undefinedScope, describing(flow("{$ref: 'gone.yaml'}"), '[{pets: [read]}]')).marked).toEqual([]);
  });

  it('is silent when no flow says which scopes there are', () => {
    for (const scheme of ['{type: oauth2}', '{type: oauth2, flows: {}}', flow('null'), flow('[read]'), '{type: oauth2, flows: [1]}']) {
      expect(runRule(undefinedScope, describing(scheme, '[{pets: [read]}]')).marked).toEqual([]);
    }
  });

  it('knows the scopes of a scheme in another file, and declares a new one there', () => {
    const text = describing("{$ref: 'schemes.yaml#/pets'}", '[{pets: [read, write]}]');
    const result = runRule(undefinedScope, text, { 'schemes.yaml': `pets: ${flow('{read: Reading}')}\n` });
    expect(result.marked).toEqual(['write']);
    expect(result.fixedBy('Declare write in pets')['schemes.yaml']).toBe(`pets: ${flow("{read: Reading, write: ''}")}\n`);
  });

  it('takes names of scopes for nothing else than names', () => {
    const { marked } = runRule(undefinedScope, describing(flow('{read: Reading}'), '[{pets: [constructor, __proto__, toString]}]'));
    expect(marked).toEqual(['constructor', '__proto__', 'toString']);
  });

  it('reports a text once that several operations share', () => {
    const text = `openapi: 3.1.0
paths:
  /a:
    get: {security: &security [{pets: [gone]}]}
    put: {security: *security}
components: {securitySchemes: {pets: ${flow('{read: Reading}')}}}
`;
    const { findings } = runRule(undefinedScope, text);
    expect(findings.map(({ operations }) => operations.length)).toEqual([2]);
  });

  it('reports at the scheme what more than twenty requirements ask for', () => {
    const paths = (count: number) =>
      Array.from({ length: count }, (_, index) => `  /${index}:\n    get: {security: [{pets: [write]}]}\n`).join('');
    const text = (count: number) =>
      `openapi: 3.0.0\npaths:\n${paths(count)}components: {securitySchemes: {pets: ${flow('{read: Reading}')}}}\n`;
    expect(runRule(undefinedScope, text(20)).marked).toEqual(Array(20).fill('write'));
    const { findings, marked, fixedBy } = runRule(undefinedScope, text(21));
    expect(marked).toEqual(['pets']);
    expect(findings[0]?.operations).toHaveLength(21);
    expect(runRule(undefinedScope, fixedBy('Declare write in pets')['openapi.yaml'] ?? '').marked).toEqual([]);
  });
});
