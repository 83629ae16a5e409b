import { digestParams, dpopParams, mutualParams, oauthParams, param, quotedParam, scramParams } from './param-grammars.ts';
import { anything, base64url, oneOf, paddedBase64url, wholeNumber } from './param-values.ts';
import type { ParamRules, SchemeRules } from './scheme-rules.ts';

type Params = ReadonlyMap<string, ParamRules>;

// For every scheme, registered or not
const realmRules = quotedParam(anything, 'RFC 9110 §11.5');

const scheme = (name: string, params: Params, rules: Partial<SchemeRules> = {}): SchemeRules => ({
  name,
  required: [],
  atLeastOne: false,
  params: new Map([['realm', realmRules], ...params]),
  laterStep: undefined,
  token68: false,
  challengeless: false,
  lenient: false,
  errors: new Map(),
  ...rules,
});

const none: Params = new Map();

const bearerErrors: readonly (readonly [string, number])[] = [
  ['invalid_request', 400],
  ['invalid_token', 401],
  ['insufficient_scope', 403],
  ['insufficient_user_authentication', 401],
];

const schemes: readonly SchemeRules[] = [
  scheme('Basic', new Map([['charset', param(oneOf(['UTF-8'], 'charset of a Basic challenge can only be UTF-8 (RFC 7617 §2.1)'))]]), {
    required: ['realm'],
  }),
  scheme('Bearer', oauthParams, { atLeastOne: true, errors: new Map(bearerErrors) }),
  scheme('Concealed', none, { challengeless: true }),
  scheme('Digest', digestParams, { required: ['realm', 'nonce', 'qop'] }),
  scheme('DPoP', dpopParams, {
    errors: new Map([...bearerErrors, ['use_dpop_nonce', 401], ['invalid_dpop_proof', 401]]),
  }),
  scheme('GNAP', new Map(['as_uri', 'access', 'referrer'].map((name) => [name, param(anything)])), { lenient: true }),
  scheme(
    'HOBA',
    new Map([
      ['challenge', param(base64url('challenge of a HOBA challenge', 'RFC 7486 §3'))],
      ['max-age', param(wholeNumber('max-age of a HOBA challenge', 'RFC 7486 §3'))],
    ]),
    { required: ['challenge', 'max-age'] },
  ),
  scheme('Mutual', mutualParams, { required: ['version', 'algorithm', 'validation', 'realm', 'reason'], laterStep: 'sid' }),
  scheme('Negotiate', none, { token68: true }),
  scheme('OAuth', none),
  scheme(
    'PrivateToken',
    new Map([
      ['challenge', param(paddedBase64url('challenge of a PrivateToken challenge', 'RFC 9577 §2.1'))],
      ['token-key', param(paddedBase64url('token-key of a PrivateToken challenge', 'RFC 9577 §2.1'))],
      ['max-age', param(wholeNumber('max-age of a PrivateToken challenge', 'RFC 9577 §2.1'))],
    ]),
    { required: ['challenge'] },
  ),
  scheme('SCRAM-SHA-1', scramParams, { required: ['realm'], laterStep: 'sid' }),
  scheme('SCRAM-SHA-256', scramParams, { required: ['realm'], laterStep: 'sid' }),
  scheme('vapid', none),
];

const schemesByName = new Map(schemes.map((rules) => [rules.name.toLowerCase(), rules]));
const knownNames = new Set(schemes.flatMap(({ params }) => [...params.keys()]));

/** What challenges of a registered scheme need, whatever the case of its name; undefined for any other scheme. */
export function challengeRules(scheme: string): SchemeRules | undefined {
  return schemesByName.get(scheme.toLowerCase());
}

/** True when a challenge of the scheme can have the parameter; for a scheme that is not registered: when that of any other can. */
export function isKnownParam(scheme: string | undefined, name: string): boolean {
  const names = (scheme === undefined ? undefined : challengeRules(scheme)?.params) ?? knownNames;
  return names.has(name.toLowerCase());
}

/** What the value of a parameter must be like; undefined when nothing is known about it. */
export function paramRules(scheme: string, name: string): ParamRules | undefined {
  const key = name.toLowerCase();
  return challengeRules(scheme)?.params.get(key) ?? (key === 'realm' ? realmRules : undefined);
}
