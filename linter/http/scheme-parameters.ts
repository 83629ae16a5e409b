import { digestParams, dpopParams, mutualParams, oauthParams, param, quotedParam, scramParams } from './param-grammars.ts';
import { anything, base64url, oneOf, paddedBase64url, wholeNumber } from './param-values.ts';
import type { ParamRules, SchemeRules } from './scheme-rules.ts';

type Params = ReadonlyMap<string, ParamRules>;

// For every scheme, registered or not
const realmRules = quotedParam(anything, 'RFC 9110 §11.5');

const scheme = (name: string, section: string, params: Params, rules: Partial<SchemeRules> = {}): SchemeRules => ({
  name,
  section,
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
  scheme(
    'Basic',
    'RFC 7617 §2',
    new Map([['charset', param('RFC 7617 §2.1', oneOf(['UTF-8'], 'charset of a Basic challenge can only be UTF-8 (RFC 7617 §2.1)'))]]),
    {
      required: ['realm'],
    },
  ),
  scheme('Bearer', 'RFC 6750 §3', oauthParams, { atLeastOne: true, errors: new Map(bearerErrors) }),
  scheme('Concealed', 'RFC 9729', none, { challengeless: true }),
  scheme('Digest', 'RFC 7616 §3.3', digestParams, { required: ['realm', 'nonce', 'qop'] }),
  scheme('DPoP', 'RFC 9449 §7.1', dpopParams, {
    errors: new Map([...bearerErrors, ['use_dpop_nonce', 401], ['invalid_dpop_proof', 401]]),
  }),
  scheme('GNAP', 'RFC 9635 §9.1', new Map(['as_uri', 'access', 'referrer'].map((name) => [name, param('RFC 9635 §9.1')])), {
    lenient: true,
  }),
  scheme(
    'HOBA',
    'RFC 7486 §3',
    new Map([
      ['challenge', param('RFC 7486 §3', base64url('challenge of a HOBA challenge', 'RFC 7486 §3'))],
      ['max-age', param('RFC 7486 §3', wholeNumber('max-age of a HOBA challenge', 'RFC 7486 §3'))],
    ]),
    { required: ['challenge', 'max-age'] },
  ),
  scheme('Mutual', 'RFC 8120 §4.1', mutualParams, {
    required: ['version', 'algorithm', 'validation', 'realm', 'reason'],
    laterStep: 'sid',
  }),
  scheme('Negotiate', 'RFC 4559 §4.1', none, { token68: true }),
  scheme('OAuth', 'RFC 5849 §3.5.1', none),
  scheme(
    'PrivateToken',
    'RFC 9577 §2.1',
    new Map([
      ['challenge', param('RFC 9577 §2.1', paddedBase64url('challenge of a PrivateToken challenge', 'RFC 9577 §2.1'))],
      ['token-key', param('RFC 9577 §2.1', paddedBase64url('token-key of a PrivateToken challenge', 'RFC 9577 §2.1'))],
      ['max-age', param('RFC 9577 §2.1', wholeNumber('max-age of a PrivateToken challenge', 'RFC 9577 §2.1'))],
    ]),
    { required: ['challenge'] },
  ),
  scheme('SCRAM-SHA-1', 'RFC 7804', scramParams, { required: ['realm'], laterStep: 'sid' }),
  scheme('SCRAM-SHA-256', 'RFC 7804', scramParams, { required: ['realm'], laterStep: 'sid' }),
  scheme('vapid', 'RFC 8292 §3', none),
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
