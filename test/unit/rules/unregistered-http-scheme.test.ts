import { describe, expect, it } from 'vitest';
import { unregisteredHttpScheme } from '../../../linter/rules/unregistered-http-scheme.ts';
import { runRule } from '../support/one-rule.ts';

const text = (scheme: string, more = '') =>
  `openapi: 3.1.0\ncomponents:\n  securitySchemes:\n    s:\n      type: http\n      scheme: ${scheme}\n${more}`;
const run = (scheme: string, more?: string) => runRule(unregisteredHttpScheme, text(scheme, more));

describe('unregistered-http-scheme', () => {
  it.each([
    ['berer', 'bearer'],
    ['"Basic "', '"Basic"'],
    ["'bearer token'", "'bearer'"],
    ['Bearer <token>', 'Bearer'],
    ['basicAuth', 'basic'],
  ])('%s is corrected by fix all', (scheme, fixed) => {
    const { findings, fixedBy } = run(scheme);
    const [fix] = findings[0]?.fixes ?? [];
    expect(fix?.kind).toBe('safe');
    expect(fixedBy(fix?.title ?? '')['openapi.yaml']).toBe(text(fixed));
    expect(runRule(unregisteredHttpScheme, text(fixed)).findings).toEqual([]);
  });

  it.each(['JWT', 'token', 'oauth2'])('%s is for a person to correct', (scheme) => {
    const [finding] = run(scheme).findings;
    expect(finding?.severity).toBe('warning');
    expect(finding?.fixes.map(({ kind, preferred, title }) => [kind, preferred, title])).toEqual([
      ['suggestion', false, 'Change to bearer'],
    ]);
  });

  it.each(['AWS4-HMAC-SHA256', 'Hawk', 'NTLM', 'apiKey', 'mutual TLS'])('%s has no fix', (scheme) => {
    expect(run(scheme).findings.map(({ severity, fixes }) => [severity, fixes.length])).toEqual([['warning', 0]]);
  });

  it('says which type is meant', () => {
    expect(run('mtls').findings[0]?.message).toContain('mutualTLS');
    expect(run('api-key').findings[0]?.message).toContain('apiKey');
  });

  it.each(['', '" "', 'null', '7', '[]', '{}'])('leaves %j, which is no name, to another rule', (scheme) => {
    expect(run(scheme).findings).toEqual([]);
  });

  it('marks the first line of a value of several', () => {
    expect(run('|\n        bearer\n        token').marked).toEqual(['|']);
  });

  it('reports a scheme with two names once', () => {
    const more = "    t: {$ref: '#/components/securitySchemes/s'}\n";
    expect(run('berer', more).marked).toEqual(['berer']);
  });

  it('keeps a hostile name out of its message', () => {
    const [finding] = run(`"x\\n${'y'.repeat(10_000)}"`).findings;
    expect(finding?.message.length).toBeLessThan(300);
    expect(finding?.message).not.toContain('\n');
  });
});
