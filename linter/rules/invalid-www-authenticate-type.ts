import { describeString } from '../fixes/string-header.ts';
import type { Header } from '../openapi/model.ts';
import { child, children, isMap, type Place, stringAt } from '../workspace/place.ts';
import { relatedUsers } from './support/response-place.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { eachHeader, usersOf } from './support/used-challenges.ts';
import { list } from './support/wording.ts';

export const invalidWwwAuthenticateType: Rule = {
  id: 'invalid-www-authenticate-type',
  summary: 'The WWW-Authenticate header is not described as a string',
  why: 'The value is a list of challenges, whose commas also separate the parameters within one challenge (RFC 9110 §11.6.1). Described as an array it would be split at each of them, as an object, a number or a boolean it could not be sent at all; only a string keeps it as it is. A Header Object says its type with `schema` or `content` (OAS 3.1 §4.8.21), in OpenAPI 2.0 with `type`.',
  category: 'Challenges',
  severity: 'warning',
  preset: 'recommended',
  fix: 'safe',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §11.6.1: WWW-Authenticate', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1' },
    { title: 'OAS 3.1: Header Object', url: 'https://spec.openapis.org/oas/v3.1.1#header-object' },
  ],
  create: ({ api, report }) =>
    eachHeader(({ header, responses }) => {
      const { definition } = header;
      const { flatHeaders } = api.traits;
      const message = definition && defectOf(header, definition, flatHeaders);
      if (!definition || !message) return;
      const users = usersOf(responses);
      report({
        place: definition,
        message,
        operations: users,
        related: relatedUsers(users),
        fixes: [describeString(header, definition, flatHeaders)],
      });
    }),
  examples: [
    {
      title: 'A list would be split at every comma',
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
            ^^^^^^^^^^^^^^^^ invalid-www-authenticate-type
              schema:
                type: array
                items: {type: string}
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
              schema:
                type: string
`,
    },
    {
      title: 'The same in OpenAPI 2.0',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        401:
          description: No valid token
          headers:
            WWW-Authenticate:
            ^^^^^^^^^^^^^^^^ invalid-www-authenticate-type
              type: array
              items:
                type: string
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        401:
          description: No valid token
          headers:
            WWW-Authenticate:
              type: string
`,
    },
    {
      title: 'Nothing is said',
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
            ^^^^^^^^^^^^^^^^ invalid-www-authenticate-type
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
              schema: {type: string}
`,
    },
    {
      title: 'The form of OpenAPI 2.0 in a later version',
      format: 'json',
      text: `
{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"},
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
  "WWW-Authenticate": {
  ^^^^^^^^^^^^^^^^^^ invalid-www-authenticate-type
    "description": "How to authenticate",
    "type": "string"
  }
 }}}}}}}
`,
      fixed: `
{"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"},
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
  "WWW-Authenticate": {
    "description": "How to authenticate",
    "schema": {
      "type": "string"
    }
  }
 }}}}}}}
`,
    },
    {
      title: 'Strings: behind a reference, as one of several types, as a text',
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
            WWW-Authenticate: {schema: {$ref: '#/components/schemas/Challenge'}}
        '403':
          description: No permission
          headers:
            WWW-Authenticate: {schema: {type: [string, 'null']}}
        '407':
          description: No permission
          headers:
            WWW-Authenticate: {content: {text/plain: {schema: {type: string}}}}
components:
  schemas:
    Challenge: {type: string}
`,
    },
  ],
};

/** What is wrong with the type that a header says; undefined when nothing is. */
function defectOf({ schema }: Header, definition: Place, flat: boolean): string | undefined {
  const types = wrongTypes(flat ? definition : schema);
  if (types.length > 0)
    return `The value of this header is described as ${list(types, 'or')}, but commas are part of a challenge: tools would take it apart or not read it at all. Describe a string.`;
  const fields = flat ? ['type'] : ['schema', 'content'];
  if (isMap(definition) && fields.some((field) => child(definition, field))) return undefined;
  return `This header has no ${list(fields, 'or')}, so nobody can tell what its value is. Describe a string.`;
}

/** The types that a schema allows, when a string is none of them; empty otherwise, and when it names none. */
function wrongTypes(schema: Place | undefined): readonly string[] {
  const type = schema && child(schema, 'type');
  const candidates = type?.node.kind === 'sequence' ? children(type) : type ? [type] : [];
  const types = candidates.map((candidate) => stringAt(candidate) ?? '');
  return types.every((name) => otherTypes.has(name)) ? [...new Set(types)] : [];
}

const otherTypes: ReadonlySet<string> = new Set(['array', 'object', 'number', 'integer', 'boolean', 'null']);
