import { fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { headerName } from '../fixes/challenge-header.ts';
import { remove, rename } from '../fixes/place-edits.ts';
import { misspeltChallengeHeader } from '../openapi/header-spelling.ts';
import type { Header } from '../openapi/model.ts';
import { findHeader } from '../openapi/unauthorized.ts';
import { relatedUsers } from './support/response-place.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

export const misspeltWwwAuthenticate: Rule = {
  id: 'misspelt-www-authenticate',
  summary: 'A 401 response misspells the WWW-Authenticate header',
  why: 'The header of RFC 9110 §11.6.1 is called `WWW-Authenticate`, with a hyphen. A widely copied tutorial has `WWW_Authenticate`; `WWW-Authentication` and `WWW-Authorization` are met as well. A client that reads the description looks for a header that no server sends.',
  category: 'Challenges',
  severity: 'error',
  preset: 'minimal',
  fix: 'safe',
  versions: everyVersion,
  references: [{ title: 'RFC 9110 §11.6.1: WWW-Authenticate', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1' }],
  create: ({ report }) => ({
    unauthorizedResponse({ response, users }) {
      const header = misspeltChallengeHeader(response.headers);
      if (!header) return;
      const isExtra = findHeader(response.headers, headerName) !== undefined;
      const advice = isExtra ? 'Remove it: the right one is there too.' : 'Rename it.';
      report({
        place: header.key,
        message: `${brief(header.name)} is no header that clients know: a 401 carries WWW-Authenticate, spelt just so (RFC 9110). ${advice}`,
        operations: users,
        related: relatedUsers(users),
        fixes: [isExtra ? removal(header) : renaming(header)],
      });
    },
  }),
  examples: [
    {
      title: 'The underscore from the tutorial',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/components/responses/UnauthorizedError'}
components:
  responses:
    UnauthorizedError:
      description: Authentication information is missing or invalid
      headers:
        WWW_Authenticate:
        ^^^^^^^^^^^^^^^^ misspelt-www-authenticate
          schema:
            type: string
  securitySchemes:
    basicAuth: {type: http, scheme: basic}
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/components/responses/UnauthorizedError'}
components:
  responses:
    UnauthorizedError:
      description: Authentication information is missing or invalid
      headers:
        WWW-Authenticate:
          schema:
            type: string
  securitySchemes:
    basicAuth: {type: http, scheme: basic}
`,
    },
    {
      title: 'In JSON the quotes stay',
      format: 'json',
      text: `
{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "security": [{"t": []}],
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
   "WWW-Authentication": {"schema": {"type": "string"}}}}}}}},
   ^^^^^^^^^^^^^^^^^^^^ misspelt-www-authenticate
 "components": {"securitySchemes": {"t": {"type": "http", "scheme": "bearer"}}}}
`,
      fixed: `
{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "security": [{"t": []}],
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
   "WWW-Authenticate": {"schema": {"type": "string"}}}}}}}},
 "components": {"securitySchemes": {"t": {"type": "http", "scheme": "bearer"}}}}
`,
    },
    {
      title: 'Beside the right one it is too much',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: Who are you?
          headers:
            WWW-Authenticate:
              schema: {type: string}
            WWW_Authenticate:
            ^^^^^^^^^^^^^^^^ misspelt-www-authenticate
              schema: {type: string}
components:
  securitySchemes:
    basicAuth: {type: http, scheme: basic}
`,
    },
    {
      title: 'Another header with a like name, beside the right one',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: Who are you?
          headers:
            Authentication-Info: {schema: {type: string}}
            WWW-Authenticate: {schema: {type: string}}
components:
  securitySchemes:
    basicAuth: {type: http, scheme: basic}
`,
    },
  ],
};

function renaming({ key }: Header): Fix {
  return { title: `Rename to ${headerName}`, kind: 'safe', preferred: true, edits: () => fileEdits([rename(key, headerName)]) };
}

/** What the header says may be wanted at the other one: that is for a person to see. */
function removal({ key, name }: Header): Fix {
  return { title: `Remove ${brief(name)}`, kind: 'suggestion', preferred: true, edits: () => fileEdits([remove(key)]) };
}
