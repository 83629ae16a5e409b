import { fileEdits } from '../findings/file-edits.ts';
import { headerName } from '../fixes/challenge-header.ts';
import { challengeHeaderEdits } from '../fixes/common-challenge-header.ts';
import { strongest } from '../openapi/challenges.ts';
import { misspeltChallengeHeader } from '../openapi/header-spelling.ts';
import { findHeader } from '../openapi/unauthorized.ts';
import { relatedUsers, responsePlace } from './support/response-place.ts';
import { everyVersion, type Rule } from './support/rule.ts';

export const missingWwwAuthenticate: Rule = {
  id: 'missing-www-authenticate',
  summary: 'A 401 response has no WWW-Authenticate header',
  why: 'RFC 9110 §11.6.1: a server that answers 401 **must** send `WWW-Authenticate` with at least one challenge. It is how a client learns which scheme to use, for which realm, and with what error its token was refused. A shared response is reported once, with all operations that use it.',
  category: 'Challenges',
  severity: 'warning',
  preset: 'minimal',
  fix: 'safe',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §11.6.1: WWW-Authenticate', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1' },
    { title: 'RFC 6750 §3: the Bearer challenge', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3' },
  ],
  options: {
    apiKey: {
      description: 'Severity where only API keys or cookies are in force: no HTTP authentication scheme is registered for them.',
      schema: { enum: ['off', 'info', 'warning'] },
      default: 'info',
    },
  },
  create: ({ api, fixStyle, option, report }) => {
    const editsFor = challengeHeaderEdits({ api, fixStyle });
    return {
      unauthorizedResponse(used) {
        const { response, users } = used;
        if (!response.headers.known || findHeader(response.headers, headerName) || misspeltChallengeHeader(response.headers)) return;
        const expectation = strongest(users.map(({ security }) => security.expectedChallenge));
        const apiKey = option('apiKey') as 'off' | 'info' | 'warning';
        if (expectation === 'none' || (expectation === 'unregistered' && apiKey === 'off')) return;
        report({
          place: responsePlace(used),
          message:
            expectation === 'unregistered'
              ? 'This 401 response has no WWW-Authenticate header, which RFC 9110 requires also where an API key or cookie is the credential. Add the header; no scheme is registered for it, so describe your own.'
              : 'This 401 response has no WWW-Authenticate header: RFC 9110 requires it, and without a challenge clients cannot know how to authenticate. Add the header.',
          ...(expectation === 'unregistered' && apiKey !== 'off' ? { severity: apiKey } : {}),
          operations: users,
          related: relatedUsers(users),
          fixes: () => [
            {
              title: 'Add the WWW-Authenticate header',
              // What other statuses say with the same text is for a person to decide.
              kind: api.sharing.isShared(used) ? 'suggestion' : 'safe',
              preferred: !api.sharing.isShared(used),
              edits: () => fileEdits(editsFor(used)),
            },
          ],
        });
      },
    };
  },
  examples: [
    {
      title: 'A shared 401 without the header is reported once',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
    post:
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
components:
  responses:
    Unauthorized:
    ^^^^^^^^^^^^ missing-www-authenticate
      description: No valid token
      content:
        application/problem+json: {}
  securitySchemes:
    bearerAuth: {type: oauth2, flows: {}}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
    post:
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
components:
  responses:
    Unauthorized:
      description: No valid token
      headers:
        WWW-Authenticate:
          description: How to authenticate.
          required: true
          schema: {type: string}
          example: Bearer realm="Pets"
      content:
        application/problem+json: {}
  securitySchemes:
    bearerAuth: {type: oauth2, flows: {}}
`,
    },
    {
      title: 'Headers are flat in OpenAPI 2.0',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
securityDefinitions:
  login: {type: basic}
paths:
  /pets:
    get:
      security: [{login: []}]
      responses:
        "401":
        ^^^^^ missing-www-authenticate
          description: Who are you?
          headers:
            X-Request-Id: {type: string}
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
securityDefinitions:
  login: {type: basic}
paths:
  /pets:
    get:
      security: [{login: []}]
      responses:
        "401":
          description: Who are you?
          headers:
            X-Request-Id: {type: string}
            WWW-Authenticate:
              description: 'How to authenticate, for example: Basic realm="Pets", charset="UTF-8"'
              type: string
`,
    },
    {
      title: 'Any casing of the name counts',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            www-authenticate: {schema: {type: string}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'An API key has no registered challenge: the header is wanted, no example is invented',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - key: []
paths:
  /pets:
    get:
      responses:
        '401':
        ^^^^^ missing-www-authenticate
          description: No valid key
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
`,
      fixed: `
openapi: 3.0.3
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
            WWW-Authenticate:
              description: How to authenticate.
              required: true
              schema: {type: string}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
`,
    },
  ],
};
