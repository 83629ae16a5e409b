import { describe, expect, it } from 'vitest';
import { redundantCredentialParameter } from '../../../linter/rules/redundant-credential-parameter.ts';
import { runRule } from '../support/one-rule.ts';

const schemes = `components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    auth: {type: apiKey, in: header, name: Authorization}
`;

describe('redundant-credential-parameter', () => {
  it('leaves a parameter of a path in place that another operation needs', () => {
    const text = `openapi: 3.0.0
paths:
  /a:
    parameters: [{name: x-key, in: header}]
    get: {security: [{key: []}]}
    put: {security: []}
${schemes}`;
    const { findings } = runRule(redundantCredentialParameter, text);
    expect(findings.map(({ operations }) => operations.map(({ method }) => method))).toEqual([['get']]);
    expect(findings[0]?.fixes.map(({ edits }) => edits())).toEqual([[]]);
  });

  it('counts a key that is one of several alternatives, or optional', () => {
    const text = (security: string) => `openapi: 3.0.0
security: ${security}
paths: {/a: {get: {parameters: [{name: X-Key, in: header}]}}}
${schemes}`;
    expect(runRule(redundantCredentialParameter, text('[{}, {key: [], auth: []}]')).marked).toEqual(['X-Key']);
    expect(runRule(redundantCredentialParameter, text('[{auth: []}]')).marked).toEqual([]);
  });

  it('leaves Authorization to ignored-credential-parameter', () => {
    const text = `openapi: 3.0.0
security: [{auth: []}]
paths: {/a: {get: {parameters: [{name: Authorization, in: header}]}}}
${schemes}`;
    expect(runRule(redundantCredentialParameter, text).marked).toEqual([]);
  });
});
