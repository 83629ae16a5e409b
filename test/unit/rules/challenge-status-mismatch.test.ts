import { describe, expect, it } from 'vitest';
import { challengeStatusMismatch } from '../../../linter/rules/challenge-status-mismatch.ts';
import { showing } from '../support/challenge-texts.ts';
import { runRule } from '../support/one-rule.ts';

const run = (example: string, status: string) => runRule(challengeStatusMismatch, showing(example, { status }));
const severities = (example: string, status: string) => run(example, status).findings.map(({ severity }) => severity);

describe('challenge-status-mismatch: the code and its status', () => {
  it.each([
    ['invalid_request', '400'],
    ['invalid_token', '401'],
    ['insufficient_user_authentication', '401'],
    ['insufficient_scope', '403'],
  ])('%s belongs to %s', (code, status) => {
    for (const each of ['400', '401', '403'])
      for (const scheme of ['Bearer', 'dpop'])
        expect(severities(`${scheme} error="${code}"`, each)).toEqual(each === status ? [] : ['warning']);
  });

  it('codes of DPoP are known to DPoP only', () => {
    expect(severities('DPoP error=use_dpop_nonce', '401')).toEqual([]);
    expect(severities('DPoP error=use_dpop_nonce', '400')).toEqual(['warning']);
    expect(severities('Bearer error=use_dpop_nonce', '401')).toEqual(['info']);
  });

  it('a code that nobody knows is information', () => {
    expect(severities('Bearer error="expired"', '403')).toEqual(['info']);
    expect(severities('Bearer error="constructor"', '401')).toEqual(['info']);
    expect(severities('Bearer error="Invalid_Token"', '401')).toEqual(['info']);
  });

  it('invalid_request beside resource_metadata on a 401 is information', () => {
    expect(severities('Bearer error="invalid_request", resource_metadata="https://a.example"', '401')).toEqual(['info']);
    expect(severities('Bearer error="invalid_request", resource_metadata="https://a.example"', '403')).toEqual(['warning']);
    expect(severities('Bearer error="invalid_token", resource_metadata="https://a.example"', '403')).toEqual(['warning']);
  });

  it.each(['402', '404', '429', '4XX', 'default'])('nothing at %s', (status) => {
    expect(severities('Bearer error="insufficient_scope"', status)).toEqual([]);
  });

  it('nothing about other schemes, values with mistakes, and no code at all', () => {
    for (const example of [
      'Newauth error="insufficient_scope"',
      'Bearer error=""',
      'Bearer realm="x"',
      'Bearer <x>, error="insufficient_scope"',
    ])
      expect(severities(example, '401')).toEqual([]);
  });

  it('nothing about an example that fits one of the statuses that share it', () => {
    const text = (status: string) => `openapi: 3.0.3
paths: {/a: {get: {responses: {'401': {$ref: '#/components/responses/No'}, '${status}': {$ref: '#/components/responses/No'}}}}}
components: {responses: {No: {description: No, headers: {WWW-Authenticate: {example: 'Bearer error="insufficient_scope"'}}}}}
`;
    expect(runRule(challengeStatusMismatch, text('403')).marked).toEqual([]);
    expect(runRule(challengeStatusMismatch, text('default')).marked).toEqual([]);
    expect(runRule(challengeStatusMismatch, text('400')).marked).toEqual(['"insufficient_scope"']);
  });
});

describe('challenge-status-mismatch: its suggestions', () => {
  it.each([
    ['Bearer error=invalid_token', '400', 'Change to invalid_request', 'Bearer error=invalid_request'],
    ['Bearer error="insufficient_scope", scope="a"', '401', 'Change to invalid_token', 'Bearer error="invalid_token", scope="a"'],
    ['Bearer error="invalid_tokens"', '401', 'Change to invalid_token', 'Bearer error="invalid_token"'],
    [
      'Basic realm="x", Bearer realm="x", error="invalid_request", error_description="No"',
      '401',
      'Remove the error code',
      'Basic realm="x", Bearer realm="x"',
    ],
  ])('%s at %s: %s', (before, status, title, after) => {
    const result = run(before, status);
    expect(result.findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).not.toContain('safe');
    expect(result.fixedBy(title)['openapi.yaml']).toBe(showing(after, { status }));
    expect(run(after, status).findings).toEqual([]);
  });

  it('the code is removed on a 401 only', () => {
    const titles = run('Bearer error="invalid_token"', '403').findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
    expect(titles).toEqual(['Change to insufficient_scope']);
  });
});
