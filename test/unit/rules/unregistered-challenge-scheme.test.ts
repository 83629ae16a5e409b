import { describe, expect, it } from 'vitest';
import { unregisteredChallengeScheme } from '../../../linter/rules/unregistered-challenge-scheme.ts';
import { showing } from '../support/challenge-texts.ts';
import { runRule } from '../support/one-rule.ts';

const run = (example: string) => runRule(unregisteredChallengeScheme, showing(example));

describe('unregistered-challenge-scheme', () => {
  it.each(['Basic', 'bearer', 'dpop', 'GNAP as_uri=x', 'SCRAM-SHA-256', 'vapid', 'OAuth', 'Concealed'])('knows %s', (scheme) => {
    expect(run(scheme).marked).toEqual([]);
  });

  it.each([
    ['Token realm="x"', 'Token', 'Use a registered scheme'],
    ['NTLM', 'NTLM', 'Use a registered scheme'],
    ['Berer realm="x"', 'Berer', 'Did you mean Bearer?'],
    ['constructor', 'constructor', 'Use a registered scheme'],
  ])('%s is none', (example, marked, advice) => {
    const result = run(example);
    expect(result.marked).toEqual([marked]);
    expect(result.findings[0]?.message).toContain(advice);
  });

  it('knows what a security scheme of the description declares, used or not', () => {
    const text = showing('HAWK realm="x", Token');
    expect(runRule(unregisteredChallengeScheme, text).marked).toEqual(['HAWK', 'Token']);
    expect(runRule(unregisteredChallengeScheme, `${text}    own: {type: http, scheme: Hawk}\n`).marked).toEqual(['Token']);
  });

  it('leaves what is no challenge to invalid-challenge', () => {
    for (const example of ['string', 'invalid_token', 'realm="x"', 'Hello <world>']) expect(run(`'${example}'`).marked).toEqual([]);
  });
});
