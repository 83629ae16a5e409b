import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { addEntries, firstOrBehind, setValue } from '../fixes/place-edits.ts';
import { child, isMap, type MapPlace } from '../workspace/place.ts';
import { relatedUsers } from './support/response-place.ts';
import type { Rule } from './support/rule.ts';
import { eachHeader, usersOf } from './support/used-challenges.ts';

export const optionalWwwAuthenticate: Rule = {
  id: 'optional-www-authenticate',
  summary: 'The WWW-Authenticate header of a 401 response is not marked as required',
  why: 'A header is optional unless it says `required: true` (OAS 3.1 §4.8.21), but a 401 **must** carry `WWW-Authenticate` (RFC 9110 §11.6.1). Generated clients have a header that may be missing where it never is, and contract tests let a server pass that does not send it.',
  category: 'Challenges',
  severity: 'info',
  preset: 'strict',
  fix: 'safe',
  versions: ['3.0', '3.1', '3.2'],
  references: [
    { title: 'RFC 9110 §11.6.1: WWW-Authenticate', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1' },
    { title: 'OAS 3.1: Header Object', url: 'https://spec.openapis.org/oas/v3.1.1#header-object' },
  ],
  create: ({ api, report }) => {
    return eachHeader(({ header, responses }) => {
      const { definition } = header;
      const unauthorized = responses.filter(({ status }) => status === '401');
      if (unauthorized.length === 0 || !isMap(definition) || isRequired(definition)) return;
      const users = usersOf(unauthorized);
      report({
        place: definition,
        message: 'This header is described as optional, but every 401 carries it (RFC 9110 §11.6.1). Mark it as required.',
        operations: users,
        related: relatedUsers(users),
        fixes: () => {
          // What other statuses say with the same text is for a person to decide.
          const safe = unauthorized.length === responses.length && !unauthorized.some((used) => api.sharing.isHeaderShared(used, header));
          return [fixFor(definition, safe)];
        },
      });
    });
  },
  examples: [
    {
      title: 'A header without `required`',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
            ^^^^^^^^^^^^^^^^ optional-www-authenticate
              description: How to authenticate
              schema: {type: string}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
              description: How to authenticate
              required: true
              schema: {type: string}
`,
    },
    {
      title: 'A shared header that says it is optional',
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
            WWW-Authenticate: {$ref: '#/components/headers/Challenge'}
components:
  headers:
    Challenge: {required: false, schema: {type: string}}
    ^^^^^^^^^ optional-www-authenticate
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
            WWW-Authenticate: {$ref: '#/components/headers/Challenge'}
components:
  headers:
    Challenge: {required: true, schema: {type: string}}
`,
    },
    {
      title: 'A required header, and one on a 403, which may go without',
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
            WWW-Authenticate: {required: true, schema: {type: string}}
        '403':
          description: No permission
          headers:
            WWW-Authenticate: {schema: {type: string}}
`,
    },
    {
      title: 'Headers of OpenAPI 2.0 have no `required`',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate: {type: string}
`,
    },
  ],
};

function isRequired(definition: MapPlace): boolean {
  const node = child(definition, 'required')?.node;
  return node?.kind === 'scalar' && node.value === true;
}

function fixFor(definition: MapPlace, safe: boolean): Fix {
  return {
    title: 'Mark the header as required',
    kind: safe ? 'safe' : 'suggestion',
    preferred: safe,
    edits: () => fileEdits([require(definition)]),
  };
}

function require(definition: MapPlace): FileEdit | undefined {
  const required = child(definition, 'required');
  return required ? setValue(required, true) : addEntries(definition, { required: true }, firstOrBehind('description'));
}
