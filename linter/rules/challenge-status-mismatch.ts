import type { Fix } from '../findings/finding.ts';
import type { AuthParam, Challenge } from '../http/challenge.ts';
import { contentOf, printChallenge } from '../http/print-challenges.ts';
import { challengeRules } from '../http/scheme-parameters.ts';
import type { HeaderValue } from '../openapi/model.ts';
import { rangeOf } from '../openapi/value-challenges.ts';
import { nearest } from '../text/distance.ts';
import { everyVersion, type Problem, type Rule } from './support/rule.ts';
import { eachValue, editValue, isClear, usersOf } from './support/used-challenges.ts';
import { brief } from './support/wording.ts';

/** The statuses at which challenges are looked at, each with the error code that fits it. */
const errorByStatus: ReadonlyMap<string, string> = new Map([
  ['400', 'invalid_request'],
  ['401', 'invalid_token'],
  ['403', 'insufficient_scope'],
]);

/** The error code of a challenge. */
interface ChallengeError {
  readonly challenge: Challenge;
  readonly param: AuthParam;
  readonly code: string;
}

export const challengeStatusMismatch: Rule = {
  id: 'challenge-status-mismatch',
  summary: 'The error code of a challenge belongs to another status',
  why: 'RFC 6750 §3.1 pairs error codes with statuses: `invalid_request` with 400, `invalid_token` with 401, `insufficient_scope` with 403; RFC 9470 and RFC 9449 add codes for 401. A client that sees another pair fetches a new token where that does not help, or gives up where it would. Codes that are not known are reported as information: others may be agreed on. So is `invalid_request` beside `resource_metadata` on a 401, which many servers send.',
  category: 'Challenges',
  severity: 'warning',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'RFC 6750 §3.1: Error Codes', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1' },
    { title: 'RFC 9470 §3: insufficient_user_authentication', url: 'https://www.rfc-editor.org/rfc/rfc9470#section-3' },
    { title: 'RFC 9449 §7.1: the DPoP challenge', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-7.1' },
  ],
  create: ({ report }) =>
    eachValue((used) => {
      // An example that is shared with other statuses may be meant for those.
      const statuses = [...new Set(used.responses.map(({ status }) => status))];
      if (!isClear(used) || !statuses.every((status) => errorByStatus.has(status))) return;
      for (const error of used.challenges.flatMap(errorsOf)) {
        const problem = problemOf(used.value, error, statuses);
        if (problem)
          report({
            place: used.value.place,
            range: rangeOf(used.value, error.param.value.range),
            operations: usersOf(used.responses),
            ...problem,
          });
      }
    }),
  examples: [
    {
      title: 'A 403 that speaks of the token, not of its scope',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '403':
          description: No permission
          headers:
            WWW-Authenticate:
              schema: {type: string}
              example: Bearer error="invalid_token", scope="pets"
                                    ^^^^^^^^^^^^^^^ challenge-status-mismatch
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '403':
          description: No permission
          headers:
            WWW-Authenticate:
              schema: {type: string}
              example: Bearer error="insufficient_scope", scope="pets"
`,
    },
    {
      title: 'A code that nobody knows',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              examples:
                expired:
                  value: DPoP algs="ES256", error="expired_token"
                                                  ^^^^^^^^^^^^^^^ challenge-status-mismatch
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              examples:
                expired:
                  value: DPoP algs="ES256", error="invalid_token"
`,
    },
    {
      title: 'Codes where they belong, and other schemes',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '400':
          description: No
          headers:
            WWW-Authenticate: {type: string, default: 'Bearer error="invalid_request"'}
        '401':
          description: No
          headers:
            WWW-Authenticate: {type: string, default: 'DPoP error="use_dpop_nonce", Newauth error="insufficient_scope"'}
        '403':
          description: No
          headers:
            WWW-Authenticate: {type: string, default: 'Bearer error="insufficient_scope"'}
        default:
          description: No
          headers:
            WWW-Authenticate: {type: string, default: 'Bearer error="insufficient_scope"'}
`,
    },
  ],
};

/** The error codes of a challenge for an access token. */
function errorsOf(challenge: Challenge): readonly ChallengeError[] {
  if (!challengeRules(challenge.scheme.text)?.errors.size) return [];
  const errors = challenge.params.filter(({ name, value }) => name.text.toLowerCase() === 'error' && value.content !== '');
  return errors.map((param) => ({ challenge, param, code: param.value.content }));
}

function problemOf(value: HeaderValue, error: ChallengeError, statuses: readonly string[]): Omit<Problem, 'place'> | undefined {
  const { challenge, code } = error;
  const known = challengeRules(challenge.scheme.text)?.errors ?? new Map<string, number>();
  const expected = known.get(code);
  const [status] = statuses;
  if (status === undefined || statuses.includes(String(expected))) return undefined;
  const fitting = [...known.keys()].filter((name) => String(known.get(name)) === status);
  const fixes = fixesFor(value, error, status, expected === undefined ? nearest(code, fitting) : undefined);
  if (expected === undefined)
    return {
      severity: 'info',
      message: `${brief(code)} is no error code that clients of ${challenge.scheme.text} know, so they may ignore it. Use one of RFC 6750 §3.1, or describe your own.`,
      fixes,
    };
  return {
    ...(isCommon(error, status) ? { severity: 'info' } : {}),
    message: `${code} belongs to a ${expected}, but this is a ${status}: clients would draw the wrong conclusion (RFC 6750 §3.1). ${adviceFor(status)}`,
    fixes,
  };
}

/** `invalid_request` beside `resource_metadata` is how many servers say that there was no token at all. */
function isCommon({ challenge, code }: ChallengeError, status: string): boolean {
  const hasMetadata = challenge.params.some(({ name }) => name.text.toLowerCase() === 'resource_metadata');
  return code === 'invalid_request' && status === '401' && hasMetadata;
}

function adviceFor(status: string): string {
  const fitting = errorByStatus.get(status);
  return status === '401' ? `Use ${fitting}, or no code where there was no token.` : `Use ${fitting}.`;
}

function fixesFor(value: HeaderValue, { challenge, param }: ChallengeError, status: string, near: string | undefined): readonly Fix[] {
  const code = near ?? errorByStatus.get(status) ?? '';
  const change: Fix = {
    title: `Change to ${code}`,
    kind: 'suggestion',
    preferred: true,
    edits: () => editValue(value, [{ range: param.value.range, text: param.value.quoted ? `"${code}"` : code }]),
  };
  const drop: Fix = {
    title: 'Remove the error code',
    kind: 'suggestion',
    preferred: false,
    edits: () => editValue(value, [{ range: challenge.range, text: withoutError(challenge) }]),
  };
  // Without a token there is no error to speak of (RFC 6750 §3.1).
  return status === '401' ? [change, drop] : [change];
}

function withoutError(challenge: Challenge): string {
  const content = contentOf(challenge);
  return printChallenge({ ...content, params: content.params.filter(({ name }) => !/^error(?:_description|_uri)?$/i.test(name)) });
}
