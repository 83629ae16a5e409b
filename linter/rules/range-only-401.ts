import type { Fix } from '../findings/finding.ts';
import { unauthorizedFixes } from '../fixes/unauthorized-response.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { optionsOfMissing401, problemOf, undocumented401 } from './support/undocumented-401.ts';
import { nameOf } from './support/wording.ts';

export const rangeOnly401: Rule = {
  id: 'range-only-401',
  summary: 'Only a range or default stands for the 401 of a secured operation',
  why: 'Where `missing-401` accepts `4XX` or `default`, a 401 is documented in a way. But such a response speaks for every other error too, so it can hardly say that a 401 carries `WWW-Authenticate` (RFC 9110 §11.6.1), and generated clients have no branch for it. This rule finds the operations for which an explicit 401 is still to be split out.',
  category: 'Responses',
  severity: 'info',
  preset: 'strict',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: Responses Object', url: 'https://spec.openapis.org/oas/v3.1.1#responses-object' },
    { title: 'RFC 9110 §11.6.1: WWW-Authenticate', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1' },
  ],
  options: optionsOfMissing401,
  create: (context) => {
    const fixesFor = unauthorizedFixes(context);
    const find = undocumented401(context, 'secured');
    return {
      operation(operation) {
        const gap = find(operation);
        if (!gap?.cover || !gap.accepted) return;
        const message = `${nameOf(operation)} has only ${gap.cover.status} for its 401: what stands for every error cannot say how to authenticate. Split out an explicit 401.`;
        context.report(problemOf(operation, message, suggestionsOf(fixesFor(operation))));
      },
    };
  },
  examples: [
    {
      title: 'The range is accepted, and the only response for a 401',
      options: { accept: ['4XX'] },
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
paths:
  /pets:
    get:
    ^^^ range-only-401
      responses:
        4XX: {description: Something was wrong with the request}
    post:
      responses:
        '401': {$ref: '#/components/responses/AuthFailed'}
        4XX: {description: Something was wrong with the request}
components:
  responses:
    AuthFailed:
      description: Who are you?
      headers:
        WWW-Authenticate: {schema: {type: string}}
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
        '401': {$ref: '#/components/responses/AuthFailed'}
        4XX: {description: Something was wrong with the request}
    post:
      responses:
        '401': {$ref: '#/components/responses/AuthFailed'}
        4XX: {description: Something was wrong with the request}
components:
  responses:
    AuthFailed:
      description: Who are you?
      headers:
        WWW-Authenticate: {schema: {type: string}}
  securitySchemes:
    basicAuth: {type: http, scheme: basic}
`,
    },
    {
      title: 'There are no ranges in OpenAPI 2.0, only default',
      options: { accept: ['4XX', 'default'] },
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
paths:
  /pets:
    get:
    ^^^ range-only-401
      responses:
        default: {description: Anything else}
    put:
      responses:
        '4XX': {description: Something was wrong with the request}
securityDefinitions:
  basicAuth: {type: basic}
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/responses/Unauthorized'}
        default: {description: Anything else}
    put:
      responses:
        '4XX': {description: Something was wrong with the request}
securityDefinitions:
  basicAuth: {type: basic}
responses:
  Unauthorized:
    description: The request has no valid credentials.
    headers:
      WWW-Authenticate:
        description: 'How to authenticate, for example: Basic realm="Pets", charset="UTF-8"'
        type: string
`,
    },
    {
      title: 'A range that is not accepted is the matter of missing-401',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        4XX: {description: Something was wrong with the request}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
  ],
};

/** What the range says of the body is not taken over: a person looks at it. */
function suggestionsOf(fixes: () => readonly Fix[]): () => readonly Fix[] {
  return () => fixes().map((fix) => ({ ...fix, kind: 'suggestion', preferred: false }));
}
