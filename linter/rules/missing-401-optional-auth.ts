import { unauthorizedFixes } from '../fixes/unauthorized-response.ts';
import type { Operation } from '../openapi/model.ts';
import { memo } from '../text/memo.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { optionsOfMissing401, problemOf, undocumented401 } from './support/undocumented-401.ts';
import { demandOf, nameOf } from './support/wording.ts';

export const missing401OptionalAuth: Rule = {
  id: 'missing-401-optional-auth',
  summary: 'An operation with optional credentials documents no 401 response',
  why: 'An operation whose `security` has an empty alternative (`{}`) answers callers without credentials. One who sends credentials that are wrong or expired gets a 401 all the same (RFC 9110 §15.5.2). Where that is not described, a client with an expired token takes the answer for a defect of the server.',
  category: 'Responses',
  severity: 'info',
  preset: 'strict',
  fix: 'safe',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §15.5.2: 401 Unauthorized', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2' },
    { title: 'OAS 3.1: Security Requirement Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-requirement-object' },
  ],
  options: optionsOfMissing401,
  create: (context) => {
    const fixesFor = unauthorizedFixes(context);
    // Most operations demand what the root does.
    const demand = memo(demandOf);
    const find = undocumented401(context, 'optional');
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
      title: 'Credentials are optional, wrong ones are refused',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
    ^^^ missing-401-optional-auth
      security:
        - {}
        - bearerAuth: []
      responses:
        '200': {description: 'The pets, with the prices for those who are known'}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security:
        - {}
        - bearerAuth: []
      responses:
        '200': {description: 'The pets, with the prices for those who are known'}
        '401': {$ref: '#/components/responses/Unauthorized'}
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
      title: 'OpenAPI 2.0 in JSON: a shared 401 is there',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "securityDefinitions": {
    "basicAuth": {"type": "basic"}
  },
  "security": [{"basicAuth": []}, {}],
  "paths": {
    "/pets": {
      "get": {
      ^^^^^ missing-401-optional-auth
        "responses": {
          "200": {"description": "The pets"}
        }
      }
    }
  },
  "responses": {
    "Unauthorized": {
      "description": "Who are you?",
      "headers": {"WWW-Authenticate": {"type": "string"}}
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
  "security": [{"basicAuth": []}, {}],
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "200": {"description": "The pets"},
          "401": {"$ref": "#/responses/Unauthorized"}
        }
      }
    }
  },
  "responses": {
    "Unauthorized": {
      "description": "Who are you?",
      "headers": {"WWW-Authenticate": {"type": "string"}}
    }
  }
}
`,
    },
    {
      title: 'Documented, public on purpose, or required: not the matter of this rule',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{}, {bearerAuth: []}]
paths:
  /pets:
    get:
      responses: {'401': {description: No, headers: {WWW-Authenticate: {schema: {type: string}}}}}
    put:
      security: [{}]
      responses: {'200': {description: The pets}}
    post:
      security: [{bearerAuth: []}]
      responses: {'200': {description: The new pet}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'A range counts when the options of missing-401 say so',
      options: { accept: ['4XX'] },
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security: [{bearerAuth: []}, {}]
paths:
  /pets:
    get:
      responses:
        4XX: {description: Something was wrong with the request}
    put:
    ^^^ missing-401-optional-auth
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
  const instead = cover ? `, only ${cover}` : '';
  return `${nameOf(operation)} accepts ${demand} but documents no 401 response${instead}: wrong credentials are refused also where none are needed. Add a 401.`;
}
