import { describe, expect, it } from 'vitest';
import { insecureSecurityScheme } from '../../../linter/rules/insecure-security-scheme.ts';
import { runRule } from '../support/one-rule.ts';

const run = (scheme: string) =>
  runRule(insecureSecurityScheme, `openapi: 3.1.0\ncomponents:\n  securitySchemes:\n    s: ${scheme}\n`).marked;

describe('insecure-security-scheme', () => {
  it.each([
    ['{type: http, scheme: Basic}', ['s']],
    ['{type: http, scheme: digest}', ['s']],
    ['{type: http, scheme: Negotiate}', ['s']],
    ['{type: http, scheme: OAuth}', ['s']],
    ['{type: http, scheme: "basic "}', ['s']],
    ['{type: apiKey, in: query, name: k}', ['s']],
    ['{type: oauth2, flows: {implicit: {}, password: {}, authorizationCode: {}}}', ['implicit', 'password']],
    ['{type: http, scheme: bearer}', []],
    ['{type: apiKey, in: cookie, name: k}', []],
    ['{type: apiKey, in: [query], name: k}', []],
    ['{type: oauth2, flows: {clientCredentials: {}}}', []],
    ['{type: oauth2, flows: implicit}', []],
    ['{type: http}', []],
    ['null', []],
  ])('%s', (scheme, marked) => {
    expect(run(scheme)).toEqual(marked);
  });

  it('tells of a flow that two schemes share by alias once', () => {
    const text =
      'openapi: 3.1.0\ncomponents:\n  securitySchemes:\n    a: {type: oauth2, flows: {password: &p {}}}\n    b: {type: oauth2, flows: {password: *p}}\n';
    expect(runRule(insecureSecurityScheme, text).marked).toEqual(['password']);
  });
});
