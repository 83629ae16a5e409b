import { hasItem, type ParameterUse, parameterItems, removeParameters, usesByText, usesIn } from '../fixes/parameter-uses.ts';
import { suggestion } from '../fixes/suggestion.ts';
import type { ApiModel, Parameter, SecurityScheme } from '../openapi/model.ts';
import { parameterName } from './support/parameter-uses.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { brief } from './support/wording.ts';

export const redundantCredentialParameter: Rule = {
  id: 'redundant-credential-parameter',
  summary: 'A parameter repeats the API key that the operation requires',
  why: 'A scheme of type `apiKey` already says in which header, query parameter or cookie the key is sent (OAS 3.1 §4.8.27). A parameter of the same name and place describes it a second time: generated clients ask for an argument that they have to ignore, or send the key twice.',
  category: 'Security requirements',
  severity: 'info',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [{ title: 'OAS 3.1: Security Scheme Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-scheme-object' }],
  create: ({ api, report }) => ({
    end() {
      const keys = requiredKeys(api);
      // Where there are none, nobody needs to read the parameters.
      if (keys.length === 0) return;
      const alike = api.operations.flatMap((operation) =>
        usesIn(operation, (parameter) => keys.some((scheme) => isSame(parameter, scheme))),
      );
      for (const uses of usesByText(alike)) {
        const redundant = uses.filter((use) => repeatedScheme(use) !== undefined);
        const [first] = redundant;
        const scheme = first && repeatedScheme(first);
        if (!first || !scheme) continue;
        const { parameter } = first;
        report({
          place: parameterName(parameter),
          range: parameterName(parameter).node.range,
          message: `The ${placeOf(parameter)} ${brief(parameter.name)} repeats what the security scheme ${brief(scheme.name)} says: generated clients ask for the key twice. Remove the parameter.`,
          operations: redundant.map(({ operation }) => operation),
          related: [{ place: scheme.place, message: 'The security scheme is defined here' }],
          fixes: [suggestion(`Remove the parameter ${brief(parameter.name)}`, () => removeParameters(removable(uses)))],
        });
      }
    },
  }),
  examples: [
    {
      title: 'The key stands among the parameters, too',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - apiKey: []
paths:
  /pets:
    get:
      parameters:
        - name: limit
          in: query
          schema: {type: integer}
        - name: x-api-key
                ^^^^^^^^^ redundant-credential-parameter
          in: header
          schema: {type: string}
      responses: {'200': {description: The pets}}
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: X-API-Key}
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - apiKey: []
paths:
  /pets:
    get:
      parameters:
        - name: limit
          in: query
          schema: {type: integer}
      responses: {'200': {description: The pets}}
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: X-API-Key}
`,
    },
    {
      title: 'A parameter that operations share: one finding, and all of them drop it',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - apiKey: []
paths:
  /pets:
    parameters:
      - $ref: '#/parameters/key'
      - {name: limit, in: query, type: integer}
    get:
      responses: {'200': {description: The pets}}
  /pets/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, type: string}
        - $ref: '#/parameters/key'
      responses: {'200': {description: The pet}}
parameters:
  key: {name: key, in: query, type: string}
              ^^^ redundant-credential-parameter
securityDefinitions:
  apiKey: {type: apiKey, in: query, name: key}
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - apiKey: []
paths:
  /pets:
    parameters:
      - {name: limit, in: query, type: integer}
    get:
      responses: {'200': {description: The pets}}
  /pets/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, type: string}
      responses: {'200': {description: The pet}}
parameters:
  key: {name: key, in: query, type: string}
securityDefinitions:
  apiKey: {type: apiKey, in: query, name: key}
`,
    },
    {
      title: 'Another place, another casing of a cookie, or an operation that does not require the key',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: [{session: []}]
      parameters:
        - {name: session, in: query, schema: {type: string}}
        - {name: Session, in: cookie, schema: {type: string}}
      responses: {'200': {description: The pets}}
  /login:
    post:
      security: []
      parameters:
        - {name: session, in: cookie, schema: {type: string}}
      responses: {'200': {description: A new session}}
components:
  securitySchemes:
    session: {type: apiKey, in: cookie, name: session}
`,
    },
  ],
};

/** The API keys that requirements name, each once. */
function requiredKeys(api: ApiModel): readonly SecurityScheme[] {
  const keys = api.requirements.flatMap(({ required: { scheme } }) => (scheme?.type === 'apiKey' ? scheme : []));
  return [...new Map(keys.map((scheme) => [JSON.stringify([scheme.in, scheme.parameterName]), scheme])).values()];
}

/** The names of headers are compared without regard to case (RFC 9110 §5.1), those of query parameters and cookies with it. */
function isSame({ name, in: where }: Parameter, scheme: SecurityScheme): boolean {
  if (where !== scheme.in || scheme.parameterName === undefined) return false;
  if (where !== 'header') return name === scheme.parameterName;
  // What `Authorization` as a parameter means is said by `ignored-credential-parameter`.
  return name.toLowerCase() === scheme.parameterName.toLowerCase() && name.toLowerCase() !== 'authorization';
}

function repeatedScheme({ operation, parameter }: ParameterUse): SecurityScheme | undefined {
  return operation.security.schemes.find((scheme) => isSame(parameter, scheme));
}

/** A path item's parameter is also one of the operations there that don't require the key: those would lose it. */
function removable(uses: readonly ParameterUse[]): readonly Parameter[] {
  const needed = parameterItems(uses.filter((use) => !repeatedScheme(use)).map(({ parameter }) => parameter));
  return uses.map(({ parameter }) => parameter).filter((parameter) => !hasItem(needed, parameter));
}

function placeOf({ in: where }: Parameter): string {
  return where === 'query' ? 'query parameter' : where;
}
