import { unauthorizedFixes } from '../fixes/unauthorized-response.ts';
import type { Operation } from '../openapi/model.ts';
import { memo } from '../text/memo.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { problemOf, undocumented401, undocumented401Options } from './support/undocumented-401.ts';
import { demandOf, nameOf } from './support/wording.ts';

export const missing401: Rule = {
  id: 'missing-401',
  summary: 'A secured operation documents no 401 response',
  why: 'A request without valid credentials is answered with 401 (RFC 9110 §15.5.2). Where that response is not described, generated clients have no branch for it, and callers learn how a rejected token looks only in production.',
  category: 'Responses',
  severity: 'warning',
  preset: 'minimal',
  fix: 'safe',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §15.5.2: 401 Unauthorized', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2' },
    { title: 'OAS 3.1: Responses Object', url: 'https://spec.openapis.org/oas/v3.1.1#responses-object' },
  ],
  options: undocumented401Options,
  create: (context) => {
    const fixesFor = unauthorizedFixes(context);
    // Most operations demand what the root does.
    const demand = memo(demandOf);
    const find = undocumented401(context, 'secured');
    return {
      operation(operation) {
        const gap = find(operation);
        if (gap && !gap.accepted)
          context.report(problemOf(operation, messageFor(operation, demand(operation.security), gap.cover?.status), fixesFor(operation)));
      },
    };
  },
  examples: [
    {
      title: 'A secured operation without a 401',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
    ^^^ missing-401
      responses:
        '200':
          description: The pets
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
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
        '200':
          description: The pets
        '401':
          $ref: '#/components/responses/Unauthorized'
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
  responses:
    Unauthorized:
      description: The request has no valid credentials.
      headers:
        WWW-Authenticate:
          description: How to authenticate.
          required: true
          schema: {type: string}
          example: Bearer realm="Pets"
`,
    },
    {
      title: 'A shared 401 is there: the fix refers to it',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - basicAuth: []
paths:
  /pets:
    get:
      responses:
        '200': {description: The pets}
        '401': {$ref: '#/components/responses/AuthFailed'}
    post:
    ^^^^ missing-401
      responses:
        '201': {description: The new pet}
        default: {description: Anything else}
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
        '200': {description: The pets}
        '401': {$ref: '#/components/responses/AuthFailed'}
    post:
      responses:
        '201': {description: The new pet}
        '401': {$ref: '#/components/responses/AuthFailed'}
        default: {description: Anything else}
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
      title: 'OpenAPI 2.0 in JSON',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "securityDefinitions": {
    "basicAuth": {"type": "basic"}
  },
  "paths": {
    "/pets": {
      "get": {
      ^^^^^ missing-401
        "security": [{"basicAuth": []}],
        "responses": {
          "200": {"description": "The pets"}
        }
      }
    }
  }
}
`,
      fixed: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "securityDefinitions": {
    "basicAuth": {"type": "basic"}
  },
  "paths": {
    "/pets": {
      "get": {
        "security": [{"basicAuth": []}],
        "responses": {
          "200": {"description": "The pets"},
          "401": {"$ref": "#/responses/Unauthorized"}
        }
      }
    }
  },
  "responses": {
    "Unauthorized": {
      "description": "The request has no valid credentials.",
      "headers": {
        "WWW-Authenticate": {
          "description": "How to authenticate, for example: Basic realm=\\"Pets\\", charset=\\"UTF-8\\"",
          "type": "string"
        }
      }
    }
  }
}
`,
    },
    {
      title: 'Public on purpose, optional, or protected below HTTP: no 401 is wanted',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /health:
    get:
      security: []
      responses: {'200': {description: Well}}
  /pets:
    get:
      security: [{}, {bearerAuth: []}]
      responses: {'200': {description: The pets}}
    put:
      security: [{clientCertificate: []}]
      responses: {'200': {description: The pets}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
    clientCertificate: {type: mutualTLS}
`,
    },
    {
      title: 'A range counts when the option says so',
      options: { accept: ['4XX'] },
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        4XX: {description: Something was wrong with the request}
    put:
    ^^^ missing-401
      responses:
        default: {description: Anything else}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
  ],
};

function messageFor(operation: Operation, demand: string, cover: string | undefined): string {
  const start = `${nameOf(operation)} requires ${demand} but documents no 401 response`;
  if (cover) return `${start}, only ${cover}: callers cannot tell a rejected credential from any other error. Add a 401.`;
  if (operation.responses.entries.some(({ status }) => status === '403')) {
    return `${start}: its 403 says that permission is missing, not that credentials are. Add a 401.`;
  }
  return `${start}: callers cannot know how a rejected credential looks. Add a 401.`;
}
