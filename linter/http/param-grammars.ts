import { absoluteUrl, anything, matching, oneOf, type ValueCheck, wholeNumber } from './param-values.ts';
import type { ParamRules } from './scheme-rules.ts';

type Params = ReadonlyMap<string, ParamRules>;

/** A parameter that can be a token or a quoted-string. */
export function param(section: string, check: ValueCheck = anything): ParamRules {
  return { check, quoted: 'any', source: 'RFC 9110 §11.2', section };
}

/** A parameter that must be a quoted-string. */
export function quotedParam(check: ValueCheck, source: string): ParamRules {
  return { check, quoted: 'always', source, section: source };
}

function unquotedParam(check: ValueCheck, source: string): ParamRules {
  return { check, quoted: 'never', source, section: source };
}

const digestSource = 'RFC 7616 §3.3';

/** Digest (RFC 7616 §3.3). */
export const digestParams: Params = new Map([
  ['domain', quotedParam(anything, digestSource)],
  ['nonce', quotedParam(anything, digestSource)],
  ['opaque', quotedParam(anything, digestSource)],
  // Other options are legal and ignored by clients that don't know them
  [
    'qop',
    quotedParam(
      matching(/(?:^|,)[ \t]*auth(?:-int)?[ \t]*(?:,|$)/i, 'qop of a Digest challenge lists auth or auth-int (RFC 7616 §3.3)', [
        'auth',
        'auth-int',
      ]),
      digestSource,
    ),
  ],
  ['stale', unquotedParam(oneOf(['true', 'false'], 'stale of a Digest challenge is true or false (RFC 7616 §3.3)'), digestSource)],
  [
    'algorithm',
    unquotedParam(
      oneOf(
        ['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess', 'SHA-512-256', 'SHA-512-256-sess', 'AKAv1-MD5', 'AKAv2-MD5'],
        'algorithm of a Digest challenge is MD5, SHA-256 or SHA-512-256, each with or without -sess (RFC 7616 §3.3)',
      ),
      digestSource,
    ),
  ],
  ['charset', param(digestSource, oneOf(['UTF-8'], 'charset of a Digest challenge can only be UTF-8 (RFC 7616 §3.3)'))],
  ['userhash', param(digestSource, oneOf(['true', 'false'], 'userhash of a Digest challenge is true or false (RFC 7616 §3.3)'))],
]);

const bearerSection = 'RFC 6750 §3';
const stepUpSection = 'RFC 9470 §3';

/** The schemes of OAuth 2.0: Bearer, and what DPoP has in common with it. */
export const oauthParams: Params = new Map([
  [
    'scope',
    param(
      bearerSection,
      matching(/^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/, 'scope is a list of names with one space in between, without " and \\ (RFC 6750 §3)'),
    ),
  ],
  ['error', param(bearerSection, matching(/^[ !#-[\]-~]+$/, 'error is a code of ASCII characters, without " and \\ (RFC 6750 §3)'))],
  [
    'error_description',
    param(bearerSection, matching(/^[ !#-[\]-~]*$/, 'error_description has only ASCII characters, without " and \\ (RFC 6750 §3)')),
  ],
  ['error_uri', param(bearerSection, matching(/^[!#-[\]-~]+$/, 'error_uri is a URI (RFC 6750 §3)'))],
  [
    'acr_values',
    param(stepUpSection, matching(/^[!-~]+(?: [!-~]+)*$/, 'acr_values is a list of names with one space in between (RFC 9470 §3)')),
  ],
  ['max_age', param(stepUpSection, wholeNumber('max_age', stepUpSection))],
  ['resource_metadata', param('RFC 9728 §5.1', absoluteUrl('resource_metadata', 'RFC 9728 §5.1'))],
]);

const algorithmNames = matching(
  /^(?!(?:.* )?(?:none|HS\d+)(?: |$))[0-9A-Za-z-]+(?: [0-9A-Za-z-]+)*$/,
  'algs is a list of asymmetric JWS algorithms with one space in between (RFC 9449 §7.1)',
);

/** DPoP (RFC 9449 §7.1). */
export const dpopParams: Params = new Map([...oauthParams, ['algs', param('RFC 9449 §7.1', algorithmNames)]]);

/** SCRAM (RFC 7804). */
export const scramParams: Params = new Map([
  ['sid', param('RFC 7804')],
  ['data', param('RFC 7804', matching(/^[0-9A-Za-z+/]+={0,2}$/, 'data of a SCRAM challenge is base64 (RFC 7804)'))],
  ['sr', param('RFC 7804')],
  ['ttl', param('RFC 7804', wholeNumber('ttl of a SCRAM challenge', 'RFC 7804'))],
]);

/** Mutual (RFC 8120). */
export const mutualParams: Params = new Map(
  ['version', 'algorithm', 'validation', 'auth-scope', 'reason', 'pwd-hash', 'sid', 'ks1', 'nc-max', 'nc-window', 'time', 'path'].map(
    (name) => [name, param('RFC 8120 §4.1')],
  ),
);
