import { describe, expect, it } from 'vitest';
import { deprecatedSecurityScheme } from '../../../linter/rules/deprecated-security-scheme.ts';
import { runRule } from '../support/one-rule.ts';

const schemes = 'components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key, deprecated: true}}}\n';

describe('deprecated-security-scheme', () => {
  it('takes nothing but true for true', () => {
    const text = (value: string) => `openapi: 3.2.0\nsecurity: [{key: []}]\npaths: {}\n${schemes.replace('true', value)}`;
    for (const value of ["'true'", 'null', '1', '{}']) expect(runRule(deprecatedSecurityScheme, text(value)).marked).toEqual([]);
    expect(runRule(deprecatedSecurityScheme, text('true')).findings.map(({ tags }) => tags)).toEqual([['deprecated']]);
  });

  it('knows a scheme that is named by its URI', () => {
    const text = "openapi: 3.2.0\nsecurity: [{'schemes.yaml#/key': []}]\npaths: {}\n";
    const files = { 'schemes.yaml': 'key: {type: apiKey, in: header, name: X-Key, deprecated: true}\n' };
    expect(runRule(deprecatedSecurityScheme, text, files).marked).toEqual(["'schemes.yaml#/key'"]);
  });

  it('reports at the scheme what more than twenty requirements name', () => {
    const paths = (count: number) => Array.from({ length: count }, (_, index) => `  /${index}: {get: {security: [{key: []}]}}\n`).join('');
    const text = (count: number) => `openapi: 3.2.0\npaths:\n${paths(count)}${schemes}`;
    expect(runRule(deprecatedSecurityScheme, text(20)).marked).toHaveLength(20);
    const { findings, marked } = runRule(deprecatedSecurityScheme, text(21));
    expect(marked).toEqual(['key']);
    expect(findings[0]?.operations).toHaveLength(21);
  });
});
