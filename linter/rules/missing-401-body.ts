import { fileEdits } from '../findings/file-edits.ts';
import { unauthorizedDescription } from '../fixes/challenge-header.ts';
import { addBody } from '../fixes/response-body.ts';
import { commonErrorBody, hasBody } from '../openapi/error-bodies.ts';
import { lazy } from '../text/lazy.ts';
import { relatedUsers, responsePlace } from './support/response-place.ts';
import { everyVersion, type Rule } from './support/rule.ts';

export const missing401Body: Rule = {
  id: 'missing-401-body',
  summary: 'A 401 response describes no body',
  why: 'The status alone says that credentials were refused, not why. Most APIs send a body with it; where that is not described, callers cannot read the reason. `application/problem+json` (RFC 9457) is the common form, any other that the description has for its errors will do. An answer to HEAD has no body (RFC 9110 §9.3.2).',
  category: 'Responses',
  severity: 'info',
  preset: 'strict',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'RFC 9457: Problem Details for HTTP APIs', url: 'https://www.rfc-editor.org/rfc/rfc9457' },
    { title: 'RFC 9110 §9.3.2: HEAD', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2' },
    { title: 'OAS 3.1: Response Object', url: 'https://spec.openapis.org/oas/v3.1.1#response-object' },
  ],
  create: ({ api, report }) => {
    const common = lazy(() => commonErrorBody(api));
    return {
      unauthorizedResponse(used) {
        const { response, users } = used;
        if (hasBody(api, response) || users.every(({ method }) => method.toLowerCase() === 'head')) return;
        const body = common();
        report({
          place: responsePlace(used),
          message: `This 401 response describes no body: callers cannot read why their credentials were refused. ${body ? 'Describe it as the other errors are.' : 'Describe it, for example as application/problem+json.'}`,
          operations: users,
          related: relatedUsers(users),
          fixes: body
            ? [
                {
                  title: `Add the body of the other errors${body.mediaType ? `, ${body.mediaType}` : ''}`,
                  kind: 'suggestion',
                  preferred: false,
                  edits: () => fileEdits([addBody(response, body, unauthorizedDescription)]),
                },
              ]
            : [],
        });
      },
    };
  },
  examples: [
    {
      title: 'Problem details stand before other bodies',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        '400':
          description: Wrong
          content:
            application/json: {schema: {$ref: '#/components/schemas/Error'}}
            application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
        '401': {$ref: '#/components/responses/Unauthorized'}
    head:
      responses:
        '401': {description: No valid token, headers: {WWW-Authenticate: {schema: {type: string}}}}
components:
  responses:
    Unauthorized:
    ^^^^^^^^^^^^ missing-401-body
      description: No valid token
      headers:
        WWW-Authenticate: {schema: {type: string}}
  schemas:
    Error: {type: object}
    Problem: {type: object}
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
        '400':
          description: Wrong
          content:
            application/json: {schema: {$ref: '#/components/schemas/Error'}}
            application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
        '401': {$ref: '#/components/responses/Unauthorized'}
    head:
      responses:
        '401': {description: No valid token, headers: {WWW-Authenticate: {schema: {type: string}}}}
components:
  responses:
    Unauthorized:
      description: No valid token
      headers:
        WWW-Authenticate: {schema: {type: string}}
      content:
        application/problem+json:
          schema: {$ref: '#/components/schemas/Problem'}
  schemas:
    Error: {type: object}
    Problem: {type: object}
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'A body is a schema in OpenAPI 2.0',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "securityDefinitions": {"basicAuth": {"type": "basic"}},
  "security": [{"basicAuth": []}],
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "401": {
          ^^^^^ missing-401-body
            "description": "Who are you?"
          },
          "404": {
            "description": "No such pet",
            "schema": {"$ref": "#/definitions/Error"}
          }
        }
      }
    }
  },
  "definitions": {"Error": {"type": "object"}}
}
`,
      fixed: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "securityDefinitions": {"basicAuth": {"type": "basic"}},
  "security": [{"basicAuth": []}],
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "401": {
            "description": "Who are you?",
            "schema": {"$ref": "#/definitions/Error"}
          },
          "404": {
            "description": "No such pet",
            "schema": {"$ref": "#/definitions/Error"}
          }
        }
      }
    }
  },
  "definitions": {"Error": {"type": "object"}}
}
`,
    },
    {
      title: 'A body of any media type is enough',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        '401': {description: No valid token, content: {text/plain: {}}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
  ],
};
