import type { Operation } from '../openapi/model.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { nameOf } from './support/wording.ts';

const writing: ReadonlySet<string> = new Set(['post', 'put', 'patch', 'delete']);

export const optionalAuthOnWrite: Rule = {
  id: 'optional-auth-on-write',
  summary: 'A writing operation accepts requests without credentials',
  why: 'An empty requirement (`{}`) among others makes authentication optional (OAS 3.1 §4.8.30): who sends no credentials is served all the same. For POST, PUT, PATCH and DELETE that is seldom meant. An operation for everybody says so with `security: []`.',
  category: 'Security requirements',
  severity: 'info',
  preset: 'strict',
  fix: 'none',
  versions: everyVersion,
  references: [{ title: 'OAS 3.1: Security Requirement Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-requirement-object' }],
  create: ({ api, report, concerns }) => ({
    end() {
      for (const { declaration, users } of api.declarations) {
        const writers = users.filter(
          (user) => user.kind === 'operation' && user.security.state === 'optional' && writing.has(user.method) && concerns(user),
        );
        const empty = declaration.requirements.find(({ schemes }) => schemes.length === 0);
        if (!empty || writers.length === 0) continue;
        report({
          place: empty.place,
          message: `${called(writers)} accepts requests without credentials: {} is one of the alternatives. Remove it, or write security: [] where everybody is meant.`,
          operations: writers,
        });
      }
    },
  }),
  examples: [
    {
      title: 'At an operation',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: [{}, {bearerAuth: []}]
      responses: {'200': {description: The pets}}
    post:
      security: [{bearerAuth: []}, {}]
                                   ^^ optional-auth-on-write
      responses: {'201': {description: The new pet}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'At the root: one finding for all operations that inherit it',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
  - {}
    ^^ optional-auth-on-write
paths:
  /pets:
    post:
      responses: {'201': {description: The new pet}}
    delete:
      responses: {'204': {description: They are gone}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'Public on purpose',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /login:
    post:
      security: []
      responses: {'200': {description: A token}}
  /feedback:
    post:
      security: [{}]
      responses: {'201': {description: Thanks}}
`,
    },
  ],
};

function called([first, ...others]: readonly Operation[]): string {
  const name = first ? nameOf(first) : '';
  if (others.length === 0) return name;
  return `${name}, like ${others.length === 1 ? 'another operation' : `${others.length} other operations`} that can write,`;
}
