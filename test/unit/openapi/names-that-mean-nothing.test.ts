import { describe, expect, it } from 'vitest';
import { checked, found, operationsOf, schemes } from '../support/descriptions.ts';

const header = 'headers: {WWW-Authenticate: {schema: {type: string}}}';

describe('case 30: names that only look like parts of a description', () => {
  it('in schemas, examples and extensions are never visited', async () => {
    const text = `openapi: 3.1.0
security: [bearer: []]
x-paths: {/toys: {get: {responses: {}}}}
paths:
  /pets:
    x-get: {security: [nobody: []], responses: {}}
    get:
      x-security: [nobody: []]
      requestBody:
        content:
          application/json:
            schema:
              properties:
                security: {type: array}
                responses: {type: object, properties: {'401': {description: No}}}
                get: {$ref: nowhere.yaml}
            example:
              paths: {/pets: {get: {security: [nobody: []], responses: {'401': {description: No}}}}}
      responses:
        '200':
          description: Fine
          headers: {WWW_Authenticate: {}}
          content: {application/json: {example: {'401': {}, $ref: nowhere.yaml}}}
        '401': {description: No, ${header}}
        x-401: {description: No}
${schemes}  schemas:
    security: {properties: {responses: {'401': {}}}}
  examples:
    responses: {value: {'401': {description: No}}}
`;
    expect(await found(text)).toEqual([]);
  });

  it('an operation whose path is a method’s name', async () => {
    expect(operationsOf(await checked('openapi: 3.1.0\npaths:\n  get: {get: {}}\n  /responses: {get: {}}\n'))).toEqual([
      'get get',
      'get /responses',
    ]);
  });
});

describe('case 46: extensions', () => {
  it('among paths and methods are skipped', async () => {
    const text = 'openapi: 3.1.0\npaths:\n  x-internal: {get: {}}\n  /pets:\n    x-method: {}\n    get: {}\n';
    expect(operationsOf(await checked(text))).toEqual(['get /pets']);
  });

  it('are none among the schemes, which are a plain map: x-api-key is a name like others', async () => {
    expect(
      await found(
        'openapi: 3.1.0\nsecurity: [x-api-key: []]\npaths: {}\ncomponents: {securitySchemes: {x-api-key: {type: apiKey, in: header, name: X-API-Key}}}\n',
      ),
    ).toEqual([]);
  });
});

describe('names that JavaScript has a meaning for', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    '%s is a path, a scheme, a header and a response like any other',
    async (name) => {
      const text = `openapi: 3.1.0
security: [${name}: []]
paths:
  ${name}:
    ${name}: {responses: {}}
    get:
      responses:
        '401': {$ref: '#/components/responses/${name}'}
components:
  securitySchemes: {${name}: {type: http, scheme: basic}}
  responses: {${name}: {description: No, headers: {${name}: {}}}}
`;
      const result = await checked(text);
      expect(operationsOf(result)).toEqual([`get ${name}`]);
      expect(result.findings.map(({ rule }) => rule)).toEqual(['missing-www-authenticate']);
    },
  );
});

describe('values of a wrong kind', () => {
  it.each([
    'paths: []',
    'paths: none',
    'paths: {/pets: null}',
    'paths: {/pets: [get]}',
    'paths: {/pets: {get: text}}',
    'paths: {/pets: {get: []}}',
    'paths: {/pets: {get: {responses: []}}}',
    'paths: {/pets: {get: {responses: {200: text}}}}',
    'paths: {/pets: {get: {callbacks: [], tags: text, operationId: 3}}}',
    'paths: {/pets: {get: {callbacks: {on: null}}}}',
    'components: text',
    'components: {securitySchemes: []}',
    'components: {securitySchemes: {a: null, b: [], c: {type: [http]}}}',
    'components: {responses: []}',
    'webhooks: []',
    'info: []',
    'info: {title: [x]}',
    'security: [[]]',
    'paths: {$ref: [x]}',
  ])('are read without complaint: %s', async (line) => {
    expect((await found(`openapi: 3.1.0\n${line}\n`)).filter((finding) => !finding.startsWith('missing-security'))).toEqual([]);
  });

  it('leave a 401 that is no map alone', async () => {
    const text = (value: string) =>
      `openapi: 3.1.0\nsecurity: [bearer: []]\npaths: {/pets: {get: {responses: {'401': ${value}}}}}\n${schemes}`;
    for (const value of ['null', 'text', '[]']) expect((await found(text(value))).join()).not.toContain('missing-401');
  });
});
