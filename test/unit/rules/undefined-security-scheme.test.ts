import { describe, expect, it } from 'vitest';
import { undefinedSecurityScheme } from '../../../linter/rules/undefined-security-scheme.ts';
import { runRule } from '../support/one-rule.ts';

describe('undefined-security-scheme', () => {
  it('reports a name once that several operations share by alias or merge key, with all of them', () => {
    const text = `openapi: 3.1.0
paths:
  /a:
    get: {security: [&both {gone: []}]}
    put: {security: [{<<: *both}]}
    post: {security: [*both]}
`;
    const { findings, marked } = runRule(undefinedSecurityScheme, text);
    expect(marked).toEqual(['gone']);
    expect(findings[0]?.operations.map(({ method }) => method)).toEqual(['get', 'put', 'post']);
  });

  it('cuts a very long name in its message, and looks for none that is like it', () => {
    const name = 'x'.repeat(50_000);
    const { findings } = runRule(
      undefinedSecurityScheme,
      `openapi: 3.1.0\nsecurity: [{${name}: []}]\npaths: {}\ncomponents: {securitySchemes: {${name}x: {type: http, scheme: bearer}}}\n`,
    );
    expect(findings[0]?.message.length).toBeLessThan(250);
    expect(findings[0]?.message).not.toContain('Did you mean');
  });

  it('finds nothing when the schemes are behind a reference that leads nowhere', () => {
    const text = 'openapi: 3.1.0\nsecurity: [{gone: []}]\npaths: {}\ncomponents: {securitySchemes: {$ref: gone.yaml}}\n';
    expect(runRule(undefinedSecurityScheme, text).marked).toEqual([]);
  });
});
