import { forbiddenFixes } from '../fixes/forbidden-response.ts';
import type { ApiModel, EffectiveSecurity, Operation } from '../openapi/model.ts';
import { memo } from '../text/memo.ts';
import { stringAt } from '../workspace/place.ts';
import { descriptionPlace } from './support/description-place.ts';
import { methodPlace } from './support/method-place.ts';
import { mostOfOneCause } from './support/occurrences.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { brief, list, nameOf } from './support/wording.ts';

export const missing403: Rule = {
  id: 'missing-403',
  summary: 'An operation that requires scopes or roles documents no 403 response',
  why: 'A request whose credentials are valid, but lack a scope or a role, is answered with 403 (RFC 9110 §15.5.4; RFC 6750 §3.1 calls it `insufficient_scope`). Callers who know that answer ask for more permission; others log their users out. A range `4XX` or a `default` counts.',
  category: 'Responses',
  severity: 'info',
  preset: 'strict',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §15.5.4: 403 Forbidden', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4' },
    { title: 'RFC 6750 §3.1: error codes', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1' },
  ],
  create: ({ api, concerns, fixStyle, report }) => {
    const fixesFor = forbiddenFixes({ api, fixStyle });
    const without: Operation[] = [];
    // Most operations require what the root does.
    const requiresScopes = memo(hasScopes);
    const isScoped = ({ kind, method, security }: Operation) => kind === 'operation' && method !== 'options' && requiresScopes(security);
    return {
      operation(operation) {
        if (isScoped(operation) && operation.responses.known && !isDocumented(api, operation) && concerns(operation))
          without.push(operation);
      },
      end() {
        const noneHasIt = () => !api.operations.some((operation) => isScoped(operation) && isDocumented(api, operation));
        if (without.length > mostOfOneCause && noneHasIt()) reportAll();
        else for (const operation of without) reportOperation(operation);
      },
    };

    function reportOperation(operation: Operation): void {
      report({
        place: methodPlace(operation),
        message: `${nameOf(operation)} requires ${list(scopesOf(operation).map(quoted), hasAlternatives(operation) ? 'or' : 'and')} but documents no 403 response: callers cannot know how missing permission is answered. Add a 403.`,
        operations: [operation],
        fixes: fixesFor([operation]),
      });
    }

    function reportAll(): void {
      report({
        place: descriptionPlace(api),
        message: `${without.length} operations require scopes or roles, and none documents a 403 response: callers cannot know how missing permission is answered. Add a 403 to each.`,
        operations: without,
        fixes: fixesFor(without),
      });
    }
  },
  examples: [
    {
      title: 'A scope is required',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
    ^^^^ missing-403
      security:
        - login: ['pets:write']
      responses:
        '201': {description: The new pet}
components:
  securitySchemes:
    login: {type: oauth2, flows: {}}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      security:
        - login: ['pets:write']
      responses:
        '201': {description: The new pet}
        '403': {description: The credentials are valid but lack permission for this.}
components:
  securitySchemes:
    login: {type: oauth2, flows: {}}
`,
    },
    {
      title: 'From 3.1 on any scheme may list roles; a shared 403 is there',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: [keeper]
paths:
  /pets:
    get:
      responses:
        '403': {$ref: '#/components/responses/NotForYou'}
    post:
    ^^^^ missing-403
      responses:
        '201': {description: The new pet}
components:
  responses:
    NotForYou: {description: You may not do this}
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: [keeper]
paths:
  /pets:
    get:
      responses:
        '403': {$ref: '#/components/responses/NotForYou'}
    post:
      responses:
        '201': {description: The new pet}
        '403': {$ref: '#/components/responses/NotForYou'}
components:
  responses:
    NotForYou: {description: You may not do this}
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'In OpenAPI 2.0, in JSON',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "securityDefinitions": {
    "login": {"type": "oauth2", "flow": "application", "tokenUrl": "https://example.com", "scopes": {"write": "Change pets"}}
  },
  "paths": {
    "/pets": {
      "post": {
      ^^^^^^ missing-403
        "security": [{"login": ["write"]}],
        "responses": {
          "201": {"description": "The new pet"}
        }
      }
    }
  },
  "responses": {
    "Forbidden": {"description": "You may not do this"}
  }
}
`,
      fixed: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "securityDefinitions": {
    "login": {"type": "oauth2", "flow": "application", "tokenUrl": "https://example.com", "scopes": {"write": "Change pets"}}
  },
  "paths": {
    "/pets": {
      "post": {
        "security": [{"login": ["write"]}],
        "responses": {
          "201": {"description": "The new pet"},
          "403": {"$ref": "#/responses/Forbidden"}
        }
      }
    }
  },
  "responses": {
    "Forbidden": {"description": "You may not do this"}
  }
}
`,
    },
    {
      title: 'No scopes, or a range: nothing is missing',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: [{login: []}]
      responses: {'200': {description: The pets}}
    post:
      security: [{login: ['pets:write']}]
      responses: {4XX: {description: Something was wrong with the request}}
components:
  securitySchemes:
    login: {type: oauth2, flows: {}}
`,
    },
  ],
};

/** The scopes and roles that an operation's requirements list, each once. */
function scopesOf({ security }: Operation): readonly string[] {
  const required = (security.declaration?.requirements ?? []).flatMap(({ schemes }) => schemes);
  return [...new Set(required.flatMap(({ scopes }) => scopes.flatMap((scope) => stringAt(scope) ?? [])))];
}

function hasAlternatives({ security }: Operation): boolean {
  return (security.declaration?.requirements ?? []).filter(({ schemes }) => schemes.length > 0).length > 1;
}

function hasScopes({ declaration }: EffectiveSecurity): boolean {
  return declaration?.requirements.some(({ schemes }) => schemes.some(({ scopes }) => scopes.length > 0)) === true;
}

function isDocumented({ traits }: ApiModel, { responses }: Operation): boolean {
  return responses.entries.some(({ status }) => status === '403' || status === 'default' || (traits.statusRanges && status === '4XX'));
}

function quoted(scope: string): string {
  return `“${brief(scope)}”`;
}
