import { asRequirement, isAuthorizationParameter, silentOperations } from '../fixes/authorization-parameter.ts';
import { type ParameterUse, usesByText } from '../fixes/parameter-uses.ts';
import type { ApiModel } from '../openapi/model.ts';
import { parameterName, parameterUses } from './support/parameter-uses.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { nameOf } from './support/wording.ts';

export const ignoredCredentialParameter: Rule = {
  id: 'ignored-credential-parameter',
  summary: 'The header Authorization is described as a parameter',
  why: 'OpenAPI 3 says that a header parameter called `Authorization` is ignored (OAS 3.1 §4.8.12): documentation does not show it, generated clients do not send it, and the operation counts as public. OpenAPI 2.0 allows it, but there too no tool can know that it carries credentials. A security scheme with a requirement says both.',
  category: 'Security requirements',
  severity: 'warning',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: Parameter Object', url: 'https://spec.openapis.org/oas/v3.1.1#parameter-object' },
    { title: 'OAS 3.1: Security Scheme Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-scheme-object' },
  ],
  create: ({ api, remember, report }) => ({
    end() {
      for (const uses of usesByText(parameterUses({ api, remember }, isAuthorizationParameter))) {
        const [first] = uses;
        if (!first) continue;
        const place = parameterName(first.parameter);
        report({
          place,
          range: place.node.range,
          message: messageFor(api, uses),
          ...(api.traits.ignoredAuthorization ? {} : { severity: 'info' }),
          operations: uses.map(({ operation }) => operation),
          fixes: () => [asRequirement(api, uses)],
        });
      }
    },
  }),
  examples: [
    {
      title: 'Nothing else says which credentials are sent',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - name: limit
          in: query
          schema: {type: integer}
        - name: Authorization
                ^^^^^^^^^^^^^ ignored-credential-parameter
          in: header
          description: Bearer token
          schema: {type: string}
      responses: {'200': {description: The pets}}
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      security: [{bearerAuth: []}]
      parameters:
        - name: limit
          in: query
          schema: {type: integer}
      responses: {'200': {description: The pets}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'The requirement is there: the parameter can go',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      parameters:
        - $ref: '#/components/parameters/Token'
        - {name: limit, in: query, schema: {type: integer}}
      responses: {'200': {description: The pets}}
components:
  parameters:
    Token: {name: authorization, in: header, schema: {type: string}}
                  ^^^^^^^^^^^^^ ignored-credential-parameter
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
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
      responses: {'200': {description: The pets}}
components:
  parameters:
    Token: {name: authorization, in: header, schema: {type: string}}
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'In OpenAPI 2.0, with Basic credentials',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: limit, in: query, type: integer}
        - {name: Authorization, in: header, type: string, description: Basic credentials}
                 ^^^^^^^^^^^^^ ignored-credential-parameter
      responses: {'200': {description: The pets}}
securityDefinitions:
  basicAuth: {type: basic}
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      security: [{basicAuth: []}]
      parameters:
        - {name: limit, in: query, type: integer}
      responses: {'200': {description: The pets}}
securityDefinitions:
  basicAuth: {type: basic}
`,
    },
    {
      title: 'Other headers, and other places',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      parameters:
        - {name: X-Authorization, in: header, schema: {type: string}}
        - {name: authorization, in: query, schema: {type: string}}
      responses: {'200': {description: The pets}}
`,
    },
  ],
};

function messageFor({ traits }: ApiModel, uses: readonly ParameterUse[]): string {
  const [silent, ...others] = silentOperations(uses);
  const effect = traits.ignoredAuthorization
    ? 'OpenAPI ignores a header parameter of this name'
    : 'Tools take this for a header like any other';
  if (!silent) return `${effect}, and the operation declares its security elsewhere: nobody needs it twice. Remove the parameter.`;
  const which = others.length === 0 ? nameOf(silent) : `${others.length + 1} operations such as ${nameOf(silent)}`;
  return `${effect}: no tool knows that credentials are sent to ${which}. Say it with a security scheme and a requirement.`;
}
