import { describe, expect, it } from 'vitest';
import { apiKeyAsAuthorization } from '../../../linter/rules/api-key-as-authorization.ts';
import { runRule } from '../support/one-rule.ts';

const text = (scheme: string, version = 'openapi: 3.1.0') =>
  `${version}\ncomponents:\n  securitySchemes:\n${scheme.replace(/^(?=.)/gm, '    ')}\n`;
const run = (scheme: string) => runRule(apiKeyAsAuthorization, text(scheme));
const title = 'Convert to type http with the scheme bearer';

describe('api-key-as-authorization', () => {
  it.each(['Authorization', 'authorization', 'AUTHORIZATION'])('knows the header in any casing: %s', (name) => {
    expect(run(`s: {type: apiKey, in: header, name: ${name}}`).findings.map(({ severity }) => severity)).toEqual(['info']);
  });

  it.each([
    '{type: apiKey, in: query, name: Authorization}',
    '{type: apiKey, in: cookie, name: Authorization}',
    '{type: apiKey, in: header, name: Proxy-Authorization}',
    '{type: http, in: header, name: Authorization}',
    '{type: apiKey, in: header}',
    '{type: apiKey, in: header, name: [Authorization]}',
    'null',
  ])('is silent for %s', (scheme) => {
    expect(run(`s: ${scheme}`).marked).toEqual([]);
  });

  it('keeps description, extensions and comments when it converts', () => {
    const scheme = (lines: string) => `s:\n  description: Ours # the same everywhere\n${lines}  x-prefix: Bearer`;
    const before = scheme('  name: Authorization # as usual\n  in: header\n  type: apiKey\n');
    const after = scheme('  scheme: bearer # as usual\n  type: http\n');
    expect(run(before).fixedBy(title)['openapi.yaml']).toBe(text(after));
  });

  it('does not convert what a merge key brings, nor what has a scheme already', () => {
    const merged = 'a: &a {type: apiKey, in: header, name: X-Key}\ns:\n  <<: *a\n  name: Authorization';
    expect(run(merged).findings.map(({ fixes }) => fixes.flatMap((fix) => fix.edits()))).toEqual([[]]);
    const both = 's: {type: apiKey, in: header, name: Authorization, scheme: bearer}';
    expect(run(both).findings.map(({ fixes }) => fixes.flatMap((fix) => fix.edits()))).toEqual([[]]);
  });

  it('stands at the scheme, in the file that has it', () => {
    const { marked } = runRule(apiKeyAsAuthorization, text("a: {$ref: 'schemes.yaml#/token'}\nb: {$ref: 'schemes.yaml#/token'}"), {
      'schemes.yaml': 'token: {type: apiKey, in: header, name: Authorization}\n',
    });
    expect(marked).toEqual(['schemes.yaml token']);
  });
});
