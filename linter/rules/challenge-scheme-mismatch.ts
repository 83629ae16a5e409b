import { registeredSpelling } from '../http/auth-schemes.ts';
import { loneWord } from '../http/lone-words.ts';
import { challengedSchemes, schemesInForce } from '../openapi/challenges.ts';
import type { HeaderValue, Operation } from '../openapi/model.ts';
import { challengesOf, rangeOf } from '../openapi/value-challenges.ts';
import type { Range } from '../text/range.ts';
import { exampleFixes } from './support/challenge-fixes.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { eachHeader, isClear, type UsedHeader, usersOf } from './support/used-challenges.ts';
import { brief, list, nameOf } from './support/wording.ts';

/** What a header shows, and what it ought to. */
interface Mismatch {
  /** The first value that shows a challenge. */
  readonly value: HeaderValue;
  /** The part of that value which names the scheme. */
  readonly first: Range;
  /** The names of the schemes that are shown, and of those that are taken. */
  readonly challenged: readonly string[];
  readonly expected: readonly string[];
  readonly users: readonly Operation[];
}

export const challengeSchemeMismatch: Rule = {
  id: 'challenge-scheme-mismatch',
  summary: 'No challenge of a 401 is for a scheme that the operations take',
  why: 'A 401 carries a challenge that applies to what was asked for (RFC 9110 §11.6.1, §15.5.2). When its examples show schemes that no operation with this response takes, either the example or the security requirement is wrong, and clients look for credentials that do not help. OAuth 2.0 and OpenID Connect are challenged with Bearer or DPoP. Where API keys are in force, any challenge may be meant.',
  category: 'Challenges',
  severity: 'warning',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §11.6.1: WWW-Authenticate', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1' },
    { title: 'RFC 9449 §7.1: the DPoP challenge', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-7.1' },
  ],
  create: ({ api, fixStyle, report }) =>
    eachHeader((used) => {
      const mismatch = mismatchOf(used);
      if (!mismatch) return;
      const { value, first, challenged, expected, users } = mismatch;
      const schemes = schemesInForce(users);
      report({
        place: value.place,
        range: rangeOf(value, first),
        message: `${list(challenged, 'and')} ${challenged.length > 1 ? 'do' : 'does'} not fit: ${takersOf(users)} ${list(expected, 'or')}, so clients would look for the wrong credentials. Challenge for what is taken.`,
        operations: users,
        related: schemes.map(({ name, place }) => ({ place, message: `${brief(name)} is defined here` })),
        fixes: () => exampleFixes({ api, fixStyle }, value, users),
      });
    }),
  examples: [
    {
      title: 'A Basic challenge where a token is taken',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - petAuth: []
paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
components:
  responses:
    Unauthorized:
      description: No valid token
      headers:
        WWW-Authenticate:
          required: true
          schema: {type: string}
          example: Basic realm="Pets"
                   ^^^^^ challenge-scheme-mismatch
  securitySchemes:
    petAuth: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - petAuth: []
paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
components:
  responses:
    Unauthorized:
      description: No valid token
      headers:
        WWW-Authenticate:
          required: true
          schema: {type: string}
          example: Bearer realm="Pets"
  securitySchemes:
    petAuth: {type: openIdConnect, openIdConnectUrl: 'https://example.com/.well-known/openid-configuration'}
`,
    },
    {
      title: 'One fitting challenge is enough, of one alternative, for one of the operations',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: [{basicAuth: []}, {petAuth: []}]
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
    post:
      security: [{digestAuth: []}]
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
components:
  responses:
    Unauthorized:
      description: No valid token
      headers:
        WWW-Authenticate:
          required: true
          schema: {type: string}
          examples:
            token: {value: 'dpop algs="ES256"'}
            other: {value: 'Negotiate'}
  securitySchemes:
    basicAuth: {type: http, scheme: basic}
    digestAuth: {type: http, scheme: digest}
    petAuth: {type: oauth2, flows: {}}
`,
    },
    {
      title: 'An API key may be challenged with anything',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - key: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid key
          headers:
            WWW-Authenticate: {type: string, default: 'ApiKey realm="Pets"'}
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
`,
    },
  ],
};

/** What a header shows, when nothing of it fits; what is not clear may have been meant otherwise. */
function mismatchOf({ header, responses }: UsedHeader): Mismatch | undefined {
  if (!responses.some(({ status }) => status === '401')) return undefined;
  const shown = header.values.map((value) => ({ value, ...challengesOf(value) }));
  if (!shown.every(isClear)) return undefined;
  const challenges = shown.flatMap(({ value, challenges: own }) =>
    own.filter((challenge) => !loneWord(challenge)).map(({ scheme }) => ({ value, scheme })),
  );
  const [first] = challenges;
  if (!first) return undefined;
  const users = usersOf(responses);
  const expected = expectedOf(users);
  if (!expected || challenges.some(({ scheme }) => expected.has(scheme.text.toLowerCase()))) return undefined;
  return {
    value: first.value,
    first: first.scheme.range,
    challenged: [...new Set(challenges.map(({ scheme }) => brief(scheme.text)))],
    expected: [...expected].map((name) => registeredSpelling(name) ?? brief(name)),
    users,
  };
}

/** The schemes that some operations can be challenged for; undefined when for one of them that can be any. */
function expectedOf(users: readonly Operation[]): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  // Most operations have in force what the root declares.
  for (const security of new Set(users.map((user) => user.security))) {
    const schemes = challengedSchemes(security);
    if (!schemes) return undefined;
    for (const scheme of schemes) found.add(scheme);
  }
  return found;
}

function takersOf(users: readonly Operation[]): string {
  const [user] = users;
  return users.length === 1 && user ? `${nameOf(user)} takes` : `the ${users.length} operations with this response take`;
}
