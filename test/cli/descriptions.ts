/** Nothing is wrong with it. */
export const clean = `openapi: 3.1.0
info: {title: Clean, version: '1'}
security: []
paths:
  /health:
    get:
      responses: {'200': {description: Fine}}
`;

/** One finding: a warning, missing-401, at 8:5, with a safe fix. */
export const undocumented = `openapi: 3.1.0
info: {title: Undocumented, version: '1'}
security: [{token: []}]
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
paths:
  /pets:
    get:
      responses: {'200': {description: Pets}}
`;

/** One finding: an error, undefined-security-scheme, at 3:13. */
export const dangling = `openapi: 3.1.0
info: {title: Dangling, version: '1'}
security: [{key: []}, {token: []}]
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
  responses:
    Unauthorized:
      description: Who are you?
      headers: {WWW-Authenticate: {schema: {type: string}}}
paths:
  /pets:
    get:
      responses: {'200': {description: Pets}, '401': {$ref: '#/components/responses/Unauthorized'}}
`;

/** One finding: a warning, missing-www-authenticate, in the fragment \`responses.yaml\` at 1:1. */
export const divided = `openapi: 3.1.0
info: {title: Divided, version: '1'}
security: [{token: []}]
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
paths:
  /pets:
    get:
      responses: {'200': {description: Pets}, '401': {$ref: 'responses.yaml#/Unauthorized'}}
`;

export const responsesFragment = `Unauthorized:
  description: Who are you?
`;
