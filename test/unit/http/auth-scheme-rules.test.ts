import { describe, expect, it } from 'vitest';
import { registeredAuthSchemes } from '../../../linter/http/auth-schemes.ts';
import type { Challenge } from '../../../linter/http/challenge.ts';
import { checkParams, missingParams } from '../../../linter/http/check-params.ts';
import { parseChallenges } from '../../../linter/http/parse-challenges.ts';
import { challengeRules } from '../../../linter/http/scheme-parameters.ts';
import { applyEdits } from '../../../linter/text/edit.ts';

function challengeOf(text: string): Challenge {
  const [challenge, ...more] = parseChallenges(text).challenges;
  if (challenge === undefined || more.length > 0) throw new Error(`not one challenge: ${text}`);
  return challenge;
}

/** What is wrong with the parameters of a challenge: `kind name`. */
const found = (text: string) => checkParams(challengeOf(text)).map(({ kind, param }) => `${kind} ${param.name.text}`);

describe('the rules of a scheme', () => {
  it('are there for each that is registered, in any casing', () => {
    for (const name of registeredAuthSchemes) {
      expect(challengeRules(name)?.name).toBe(name);
      expect(challengeRules(name.toUpperCase())?.name).toBe(name);
    }
  });

  it.each(['NTLM', 'Token', '', 'constructor', '__proto__'])('are not there for %j', (name) => {
    expect(challengeRules(name)).toBeUndefined();
  });

  it('say which status goes with an error', () => {
    expect(Object.fromEntries(challengeRules('bearer')?.errors ?? [])).toEqual({
      invalid_request: 400,
      invalid_token: 401,
      insufficient_scope: 403,
      insufficient_user_authentication: 401,
    });
    expect(challengeRules('dpop')?.errors.get('use_dpop_nonce')).toBe(401);
    expect(challengeRules('dpop')?.errors.get('invalid_dpop_proof')).toBe(401);
    expect(challengeRules('basic')?.errors.size).toBe(0);
  });

  it('tell which challenge is none, bare or a token68', () => {
    const schemesWith = (key: 'atLeastOne' | 'challengeless' | 'token68') =>
      registeredAuthSchemes.filter((name) => challengeRules(name)?.[key]);
    expect(schemesWith('atLeastOne')).toEqual(['Bearer']);
    expect(schemesWith('challengeless')).toEqual(['Concealed']);
    expect(schemesWith('token68')).toEqual(['Negotiate']);
  });
});

describe('missing parameters', () => {
  it.each([
    ['Basic', ['realm']],
    ['basic REALM="x"', []],
    ['Basic abc==', ['realm']],
    ['Digest realm="x"', ['nonce', 'qop']],
    ['HOBA realm="x"', ['challenge', 'max-age']],
    ['PrivateToken token-key="AAAA"', ['challenge']],
    ['SCRAM-SHA-256', ['realm']],
    ['SCRAM-SHA-256 sid=AAAA, data=c2Vj', []],
    ['Mutual realm="x", version=1', ['algorithm', 'validation', 'reason']],
    ['Mutual realm="x", sid=1', []],
    ['Bearer', []],
    ['DPoP', []],
    ['Negotiate', []],
    ['Negotiate YII=', []],
    ['vapid', []],
    ['Foo', []],
  ])('of %s: %j', (text, names) => {
    expect(missingParams(challengeOf(text))).toEqual(names);
  });
});

describe('parameters that are right', () => {
  it.each([
    'Basic realm="x", charset=utf-8, foo=bar',
    'Digest realm="x", nonce="n", qop="auth,auth-int", stale=FALSE, algorithm=SHA-512-256-sess, charset="UTF-8", userhash=true',
    'Digest realm="x", nonce="n", qop="auth-conf, auth", domain="/a /b", opaque="o"',
    'Bearer realm="x", scope="a:b https://a.b/c.d", error="own_error", error_description="It\'s old", error_uri="https://a.b/c"',
    'Bearer acr_values="urn:a b", max_age=0, resource_metadata="http://localhost:8080/.well-known/oauth-protected-resource"',
    'DPoP algs="ES256 EdDSA", error="use_dpop_nonce"',
    'PrivateToken challenge="AAEAEmlz", token-key="ab-_cw==", max-age="10"',
    'HOBA challenge="AAE", max-age=0',
    'SCRAM-SHA-1 realm="x", data=biws',
    'GNAP realm=x, as_uri=a, as_uri=b',
    'Foo realm="x", error="é"',
    "Bearer realm='x'",
    'Bearer max_age=my age',
    'Bearer max_age=',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('parameters that are wrong', () => {
  it.each([
    ['Basic realm=x', ['must-be-quoted realm'], 'Basic realm="x"'],
    ['Foo a=b, Realm=x', ['must-be-quoted Realm'], 'Foo a=b, Realm="x"'],
    [
      'Digest nonce=a, qop=auth, opaque=b, domain=c',
      ['must-be-quoted nonce', 'must-be-quoted qop', 'must-be-quoted opaque', 'must-be-quoted domain'],
      'Digest nonce="a", qop="auth", opaque="b", domain="c"',
    ],
    [
      'Digest stale="true", algorithm="MD5"',
      ['must-not-be-quoted stale', 'must-not-be-quoted algorithm'],
      'Digest stale=true, algorithm=MD5',
    ],
    ['Digest stale="a b"', ['must-not-be-quoted stale'], undefined],
    [
      'Digest stale=yes, algorithm=SHA-1, userhash=1, charset=x',
      ['invalid-value stale', 'invalid-value algorithm', 'invalid-value userhash', 'invalid-value charset'],
      undefined,
    ],
    ['Digest qop="x-auth, auth-conf"', ['invalid-value qop'], undefined],
    ['Basic charset="ISO-8859-1"', ['invalid-value charset'], undefined],
    ['Bearer scope="a  b"', ['invalid-value scope'], undefined],
    ['Bearer scope=""', ['invalid-value scope'], undefined],
    [
      'Bearer error="é", error_description="a\\"b", error_uri="a b"',
      ['invalid-value error', 'invalid-value error_description', 'invalid-value error_uri'],
      undefined,
    ],
    ['Bearer max_age="-1", acr_values="a,  b"', ['invalid-value max_age', 'invalid-value acr_values'], undefined],
    ['Bearer resource_metadata="/.well-known/x"', ['invalid-value resource_metadata'], undefined],
    ['DPoP algs="ES256,PS256"', ['invalid-value algs'], undefined],
    ['DPoP algs="ES256 none"', ['invalid-value algs'], undefined],
    ['DPoP algs="HS256"', ['invalid-value algs'], undefined],
    [
      'PrivateToken challenge="AAE", token-key="a/b=", max-age=soon',
      ['invalid-value challenge', 'invalid-value token-key', 'invalid-value max-age'],
      undefined,
    ],
    ['HOBA challenge="a b", max-age=1h', ['invalid-value challenge', 'invalid-value max-age'], undefined],
    ['SCRAM-SHA-256 sid=a, data="a_b"', ['invalid-value data'], undefined],
    ['Bearer error="x", Error="x"', ['repeated Error'], 'Bearer error="x"'],
    ['Bearer error="x", a=b, error="y"', ['repeated error'], undefined],
    ['Foo constructor=1, constructor=1, __proto__=2', ['repeated constructor'], 'Foo constructor=1, __proto__=2'],
  ])('%s: %j', (text, problems, repaired) => {
    expect(found(text)).toEqual(problems);
    const repairs = checkParams(challengeOf(text)).flatMap(({ repair }) => repair ?? []);
    expect(repairs.length === 0 ? undefined : applyEdits(text, repairs)).toBe(repaired);
    if (repaired !== undefined) expect(found(repaired)).toEqual([]);
  });

  it('say why', () => {
    const details = (text: string) => checkParams(challengeOf(text)).map(({ detail }) => detail);
    expect(details('Basic realm=x, charset=latin1')).toEqual([
      'realm must be quoted (RFC 9110 §11.5)',
      'charset of a Basic challenge can only be UTF-8 (RFC 7617 §2.1)',
    ]);
    expect(details('Digest nonce=x, stale="true"')).toEqual([
      'nonce must be quoted (RFC 7616 §3.3)',
      'stale must not be quoted (RFC 7616 §3.3)',
    ]);
    expect(details('Foo a=1, a=2')).toEqual(['a stands more than once in one challenge (RFC 9110 §11.2)']);
  });
});
