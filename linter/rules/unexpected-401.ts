import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { remove, setValue } from '../fixes/place-edits.ts';
import { declareSecurity } from '../fixes/security-declaration.ts';
import type { ApiModel, Operation, SecurityDeclaration, StatusResponse } from '../openapi/model.ts';
import type { NewValue } from '../syntax/editing/render.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { keyIdentity } from '../workspace/place.ts';
import { eachTextOnce, mostOfOneCause, type Occurrence, operationsOf } from './support/occurrences.ts';
import { matchesOperation, operationPatternSchema } from './support/operation-pattern.ts';
import { everyVersion, type Problem, type Rule } from './support/rule.ts';
import { takesCredentials } from './support/takes-credentials.ts';
import { brief, nameOf } from './support/wording.ts';

export const unexpected401: Rule = {
  id: 'unexpected-401',
  summary: 'An operation that needs no credentials documents a 401',
  why: 'A public operation (`security: []`, or only `{}`) has no credentials to refuse, so a 401 (RFC 9110 §15.5.2) contradicts it: either the operation needs credentials after all, or it never answers 401. Operations that take credentials themselves, such as a login or a token endpoint, are left alone; so is a 401 whose text other operations share.',
  category: 'Responses',
  severity: 'info',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §15.5.2: 401 Unauthorized', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2' },
    { title: 'OAS 3.1: Operation Object, security', url: 'https://spec.openapis.org/oas/v3.1.1#operation-object' },
  ],
  options: {
    exempt: {
      description: 'Public operations that may document a 401: `METHOD /path/glob` (method or `*`), `tag:name`, `operationId:name`.',
      schema: { type: 'array', items: operationPatternSchema, uniqueItems: true },
      default: [],
    },
  },
  create: ({ api, option, concerns, report }) => {
    const exempt = option('exempt') as readonly string[];
    const isExpected = (operation: Operation) =>
      operation.kind !== 'operation' ||
      operation.security.state !== 'public' ||
      exempt.some((pattern) => matchesOperation(pattern, operation)) ||
      takesCredentials(operation);
    const found: Occurrence<Operation>[] = [];
    /** The 401s of operations that need credentials, or take them in their own way. */
    const expected = new Set<SyntaxNode>();
    return {
      operation(operation) {
        const key = explicit401(operation)?.key;
        if (!key) return;
        if (isExpected(operation)) expected.add(keyIdentity(key));
        else if (concerns(operation)) found.push({ place: key, subject: operation, operations: [operation] });
      },
      end() {
        const occurrences = eachTextOnce(found.filter(({ place }) => !expected.has(keyIdentity(place))));
        const byRoot = occurrences.filter(({ subject }) => subject.security.source === 'root');
        const grouped = byRoot.length > mostOfOneCause;
        if (grouped && api.security) report(problemOfAll(api, api.security, operationsOf(byRoot)));
        for (const occurrence of occurrences) {
          if (!grouped || occurrence.subject.security.source !== 'root') report(problemOfOne(api, occurrence));
        }
      },
    };
  },
  examples: [
    {
      title: 'Public on purpose, and yet with a 401',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      security: []
      responses:
        '200': {description: The pets}
        '401': {description: No valid token}
        ^^^^^ unexpected-401
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
      security:
        - bearerAuth: []
      responses:
        '200': {description: The pets}
        '401': {description: No valid token}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'Without schemes the 401 can only be removed; OpenAPI 2.0 in JSON',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "security": [],
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "200": {"description": "The pets"},
          "401": {"description": "Who are you?"}
          ^^^^^ unexpected-401
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
  "security": [],
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "200": {"description": "The pets"}
        }
      }
    }
  }
}
`,
    },
    {
      title: 'What takes credentials itself may refuse them; what says nothing, or makes them optional, is not public',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /oauth/token:
    post:
      security: []
      responses: {'401': {description: Unknown client}}
  /owners:
    put:
      security: []
      requestBody: {content: {application/json: {schema: {type: object, properties: {oldPassword: {type: string}}}}}}
      responses: {'401': {description: The old password is wrong}}
  /pets:
    get:
      security: []
      parameters: [{name: X-API-Key, in: header, schema: {type: string}}]
      responses: {'401': {description: Wrong key}}
    put:
      responses: {'401': {description: No valid token}}
    post:
      security: [{}, {bearerAuth: []}]
      responses: {'401': {description: No valid token}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'An operation that is exempt',
      options: { exempt: ['GET /shared/**'] },
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /shared/{link}:
    get:
      security: []
      responses: {'401': {description: The link is not valid any more}}
`,
    },
  ],
};

/** At most so many schemes are offered one by one. */
const mostOffered = 5;

function explicit401({ responses }: Operation): StatusResponse | undefined {
  return responses.entries.find(({ status }) => status === '401');
}

function problemOfOne(api: ApiModel, { place, subject, operations }: Occurrence<Operation>): Problem {
  const { declaration } = subject.security;
  return {
    place,
    message: `${nameOf(subject)} is declared public, so it has no credentials to refuse, but it documents a 401. Declare what it requires, or remove the 401.`,
    operations,
    related: declaration ? [{ place: declaration.place, message: 'It is declared public here' }] : [],
    fixes: () => [
      ...requirements(api, (security) => fileEdits([declare(api, subject, security)])),
      { title: 'Remove the 401 response', kind: 'suggestion', preferred: false, edits: () => fileEdits([remove(place)]) },
    ],
  };
}

/** What is said of many operations that the root makes public. */
function problemOfAll(api: ApiModel, { place }: SecurityDeclaration, operations: readonly Operation[]): Problem {
  return {
    place,
    message: `${operations.length} operations document a 401, but the description declares them public here, so they have no credentials to refuse. Declare what they require.`,
    operations,
    fixes: () => requirements(api, (security) => fileEdits([setValue(place, security)])),
  };
}

/** One suggestion for each scheme that is defined. */
function requirements(api: ApiModel, edits: (security: NewValue) => ReturnType<Fix['edits']>): readonly Fix[] {
  return [...api.schemes.byName.keys()].slice(0, mostOffered).map((name) => ({
    title: `Require ${brief(name)}`,
    kind: 'suggestion',
    preferred: false,
    edits: () => edits([{ [name]: [] }]),
  }));
}

/** Replaces the operation's own declaration, or adds one before the root's. */
function declare(api: ApiModel, operation: Operation, security: NewValue): FileEdit | undefined {
  const { source, declaration } = operation.security;
  return source === 'operation' && declaration ? setValue(declaration.place, security) : declareSecurity(api, operation, security);
}
