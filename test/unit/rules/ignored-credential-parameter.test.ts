import { describe, expect, it } from 'vitest';
import { ignoredCredentialParameter } from '../../../linter/rules/ignored-credential-parameter.ts';
import { runRule } from '../support/one-rule.ts';

const marked = (text: string) => runRule(ignoredCredentialParameter, text).marked;

describe('ignored-credential-parameter', () => {
  it('is milder in 2.0, where the parameter is legal', () => {
    const parameters = '{/a: {get: {parameters: [{name: AUTHORIZATION, in: header}]}}}';
    const severity = (version: string) => runRule(ignoredCredentialParameter, `${version}\npaths: ${parameters}\n`).findings[0]?.severity;
    expect([severity("swagger: '2.0'"), severity('openapi: 3.0.0')]).toEqual(['info', 'warning']);
  });

  it('reports a parameter of a path once, with all its operations', () => {
    const text = `openapi: 3.0.0
paths:
  /a:
    parameters:
      - {name: limit, in: query}
      - {name: Authorization, in: header}
    get:
      summary: See it
    put:
      security: []
    options: {}
components: {securitySchemes: {login: {type: openIdConnect, openIdConnectUrl: 'https://example.com'}}}
`;
    const { findings, fixedBy } = runRule(ignoredCredentialParameter, text);
    expect(findings.map(({ operations }) => operations.map(({ method }) => method))).toEqual([['get', 'put', 'options']]);
    expect(fixedBy('Require login instead')['openapi.yaml']).toBe(
      text
        .replace('      - {name: Authorization, in: header}\n', '')
        .replace('      summary: See it\n', '      summary: See it\n      security: [{login: []}]\n'),
    );
  });

  it('edits an operation that has nothing but the parameter', () => {
    const text = `openapi: 3.0.0
paths:
  /a:
    get:
      parameters:
        - {name: Authorization, in: header}
components: {securitySchemes: {token: {type: http, scheme: bearer}}}
`;
    const fixed = runRule(ignoredCredentialParameter, text).fixedBy('Require token instead')['openapi.yaml'] ?? '';
    expect(fixed).toContain('security:\n        - token: []');
    expect(fixed).not.toContain('Authorization');
    expect(marked(fixed)).toEqual([]);
  });

  it('does not take a scheme of another kind for its own name', () => {
    const text = `openapi: 3.0.0
paths: {/a: {get: {tags: [a], parameters: [{name: limit, in: query}, {name: Authorization, in: header}]}}}
components: {securitySchemes: {bearerAuth: {type: apiKey, in: query, name: key}}}
`;
    const fixed = runRule(ignoredCredentialParameter, text).fixedBy('Require bearerAuth2 instead, and define it')['openapi.yaml'];
    expect(fixed).toContain('security: [{bearerAuth2: []}]');
    expect(fixed).toContain('bearerAuth2: {type: http, scheme: bearer}');
  });

  it('survives parameters of all shapes', () => {
    for (const parameters of ['null', '{}', '[null, 1, [], {}]', '[{name: 1, in: header}]', "[{$ref: 'gone.yaml'}]"])
      expect(marked(`openapi: 3.0.0\npaths: {/a: {get: {parameters: ${parameters}}}}\n`)).toEqual([]);
  });
});
