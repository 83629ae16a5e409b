import type { Fix } from '../findings/finding.ts';
import { freeName } from '../fixes/free-name.ts';
import { likelyScheme } from '../fixes/likely-scheme.ts';
import { addBelow, addEntries, type Order } from '../fixes/place-edits.ts';
import type { ApiModel, Operation, Parameter, SecurityScheme } from '../openapi/model.ts';
import { type ParameterUse, parameterName, parameterUses, removeParameters, usesByText } from './support/parameter-uses.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { suggestion } from './support/suggestion.ts';
import { brief, nameOf } from './support/wording.ts';

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
      for (const uses of usesByText(parameterUses({ api, remember }, isAuthorization))) {
        const [first] = uses;
        if (!first) continue;
        const place = parameterName(first.parameter);
        report({
          place,
          range: place.node.range,
          message: messageFor(api, uses),
          ...(api.traits.ignoredAuthorization ? {} : { severity: 'info' }),
          operations: uses.map(({ operation }) => operation),
          fixes: () => [fixFor(api, uses)],
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
      security:
        - bearerAuth: []
      parameters:
        - name: limit
          in: query
          schema: {type: integer}
      responses: {'200': {description: The pets}}
components:
  securitySchemes:
    bearerAuth:
      type: http
      scheme: bearer
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
      security:
        - basicAuth: []
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

/** The names of headers are compared without regard to case (RFC 9110 §5.1). */
function isAuthorization({ name, in: where }: Parameter): boolean {
  return where === 'header' && name.toLowerCase() === 'authorization';
}

/** The operations that say nothing else about credentials; a CORS preflight carries none. */
function silentOperations(uses: readonly ParameterUse[]): readonly Operation[] {
  return uses.map(({ operation }) => operation).filter(({ security, method }) => security.source === 'none' && method !== 'options');
}

function messageFor({ traits }: ApiModel, uses: readonly ParameterUse[]): string {
  const [silent, ...others] = silentOperations(uses);
  const effect = traits.ignoredAuthorization
    ? 'OpenAPI ignores a header parameter of this name'
    : 'Tools take this for a header like any other';
  if (!silent) return `${effect}, and the operation declares its security elsewhere: nobody needs it twice. Remove the parameter.`;
  const which = others.length === 0 ? nameOf(silent) : `${others.length + 1} operations such as ${nameOf(silent)}`;
  return `${effect}: no tool knows that credentials are sent to ${which}. Say it with a security scheme and a requirement.`;
}

function fixFor(api: ApiModel, uses: readonly ParameterUse[]): Fix {
  const silent = silentOperations(uses);
  const removals = () => removeParameters(uses.map(({ parameter }) => parameter));
  const [first] = uses;
  if (!first || silent.length === 0) return suggestion('Remove the parameter', removals);
  const existing = fittingScheme(api, first.parameter);
  const name = existing?.name ?? freeName(isBasic(first.parameter) ? 'basicAuth' : 'bearerAuth', (taken) => api.schemes.byName.has(taken));
  return suggestion(`Require ${brief(name)} instead${existing ? '' : ', and define it'}`, () => [
    ...removals(),
    ...silent.map(({ place }) => addEntries(place, { security: [{ [name]: [] }] }, besideParameters)),
    ...(existing ? [] : [addBelow(api.root, api.traits.schemes, { [name]: likelyScheme(api.traits, name) })]),
  ]);
}

/** What a parameter says of itself tells which credentials it carries; without a word it is a token. */
function isBasic({ place }: Parameter): boolean {
  const text = place.file.text.slice(place.node.range.start, Math.min(place.node.range.end, place.node.range.start + longestParameter));
  return /\bbasic\b/i.test(text) && !/\bbearer\b/i.test(text);
}

const longestParameter = 5000;

/** A defined scheme that describes what a parameter carries; undefined when there is none. */
function fittingScheme({ schemes }: ApiModel, parameter: Parameter): SecurityScheme | undefined {
  const all = [...schemes.byName.values()];
  const tests: readonly ((scheme: SecurityScheme) => boolean)[] = isBasic(parameter)
    ? [({ httpScheme }) => httpScheme === 'basic']
    : [
        ({ httpScheme }) => httpScheme === 'bearer',
        ({ type }) => type === 'oauth2' || type === 'openIdConnect',
        ({ in: where, parameterName: name }) => where === 'header' && name?.toLowerCase() === 'authorization',
      ];
  return tests.map((fits) => all.find(fits)).find((scheme) => scheme !== undefined);
}

/** Never directly behind the parameters, whose last one the same fix may remove. */
const besideParameters: Order = (entries) => {
  const parameters = entries.findIndex(({ key }) => key === 'parameters');
  return parameters < 0 ? entries.at(-1) : entries[parameters - 1];
};
