import { type Duplicate, duplicateProblem, repeatedStatuses } from './support/duplicates.ts';
import { eachTextOnce, type Occurrence } from './support/occurrences.ts';
import { everyVersion, type Rule } from './support/rule.ts';

export const duplicate401: Rule = {
  id: 'duplicate-401',
  summary: 'One map of responses has two entries for 401',
  why: 'The keys of a map must be unique (RFC 8259 §4; YAML 1.2 §3.2.1.1), and `401` and `"401"` are one status. Parsers that do not refuse the text take the last entry, so readers of the first one are misled: what it says of the body and of `WWW-Authenticate` has no effect. A 401 of its own beside one that a merge key (`<<`) brings is legal.',
  category: 'Responses',
  severity: 'error',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: Responses Object', url: 'https://spec.openapis.org/oas/v3.1.1#responses-object' },
    { title: 'RFC 8259 §4: names within an object', url: 'https://www.rfc-editor.org/rfc/rfc8259#section-4' },
  ],
  create: ({ report }) => {
    const found: Occurrence<Duplicate>[] = [];
    return {
      operation(operation) {
        for (const repeated of repeatedStatuses(operation)) if (repeated.place.entry?.key === '401') found.push(repeated);
      },
      end() {
        for (const occurrence of eachTextOnce(found)) report(duplicateProblem(occurrence));
      },
    };
  },
  examples: [
    {
      title: 'With and without quotes',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        401:
        ^^^ duplicate-401
          description: No valid token
        '404': {description: No such pets}
        '401':
          description: No valid token
          headers:
            WWW-Authenticate: {schema: {type: string}}
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
        '404': {description: No such pets}
        '401':
          description: No valid token
          headers:
            WWW-Authenticate: {schema: {type: string}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'OpenAPI 2.0 in JSON',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "401": {"description": "Who are you?"},
          ^^^^^ duplicate-401
          "401": {"description": "Your password is wrong"}
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
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "401": {"description": "Your password is wrong"}
        }
      }
    }
  }
}
`,
    },
    {
      title: 'A merge key brings a 401 that is replaced',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
x-common: &common
  '401': {description: No valid token}
  '500': {description: Something was wrong with the server}
paths:
  /pets:
    get:
      responses:
        <<: *common
        '401': {description: 'No valid token, or one without the scope for pets'}
`,
    },
  ],
};
