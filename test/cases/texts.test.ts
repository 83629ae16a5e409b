import { describe, expect, it } from 'vitest';
import { readMarkers } from '../support/markers.ts';
import { expectMarked, foundAsMarked, foundIn, statesIn } from './support.ts';

describe('what is never visited', () => {
  it('case 30: properties, examples and extensions that are called responses, security or 401', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: []
x-log:
  security: [{nobody: []}]
  paths: {/logs: {get: {security: [{nobody: []}], responses: {'401': {description: No}}}}}
paths:
  /pets:
    get:
      parameters:
        - name: filter
          in: query
          schema:
            type: object
            properties:
              security: {type: array, default: [{nobody: []}]}
              responses: {type: object, properties: {'401': {description: No}}}
      responses:
        '200':
          description: The pets
          content:
            application/json:
              example: {security: [{nobody: []}], responses: {'401': {description: No}}, $ref: nowhere.yaml}
components:
  schemas:
    Operation:
      type: object
      properties:
        get: {type: object, properties: {responses: {$ref: '#/nowhere'}}}
  examples:
    description:
      value: {openapi: 3.1.0, paths: {/pets: {get: {security: [{nobody: []}]}}}}
`,
    ));

  it('case 46: paths and methods that begin with x-', async () => {
    const text = `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{bearer: []}]
paths:
  x-internal:
    get: {security: [{nobody: []}], responses: {}}
  /pets:
    x-get: {security: [{nobody: []}], responses: {}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
    await expectMarked(text);
    expect(await statesIn(text)).toEqual({});
  });
});

/** A description, in which a 401 is missing at PUT and its header at GET, with markers. */
const block = `
openapi: 3.1.0
info:
  title: Pets
  version: '1'
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '401':
        ^^^^^ missing-www-authenticate
          description: The token is not valid.
    put:
    ^^^ missing-401
      responses:
        '200':
          description: The pet
components:
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
`;

const rules = ['missing-401', 'missing-www-authenticate', 'missing-security', 'undefined-security-scheme', 'unresolved-reference'];

describe('case 39: the same in other words', () => {
  it('case 39: block style', () => expectMarked(block, { rules }));

  it('case 39: comments and blank lines', () =>
    expectMarked(block.replace(/^( *)(\w[^\n]*)$/gm, '$1# put: {responses: []}\n\n$1$2 # 401:'), { rules }));

  it('case 39: flow style', () =>
    expectMarked(
      `
{openapi: 3.1.0, info: {title: Pets, version: '1'}, security: [{bearer: []}], paths: {/pets: {
  get: {responses: {
    '401': {description: The token is not valid.}}},
    ^^^^^ missing-www-authenticate
  put: {responses: {'200': {description: The pet}}}}},
  ^^^ missing-401
components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}}
`,
      { rules },
    ));

  it('case 39: JSON', () =>
    expectMarked(
      `
{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "security": [{"bearer": []}], "paths": {"/pets": {
  "get": {"responses": {
    "4\\u00301": {"description": "The token is not valid."}}},
    ^^^^^^^^^^ missing-www-authenticate
  "put": {"responses": {"200": {"description": "The pet"}}}}},
  ^^^^^ missing-401
"components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}}
`,
      { rules, path: 'openapi.json' },
    ));

  it('case 39: anchors, aliases and merge keys', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
x-defaults: &defaults
  '401':
  ^^^^^ missing-www-authenticate
    description: The token is not valid.
security: &who
  - bearer: []
paths:
  /pets:
    get:
      security: *who
      responses:
        <<: *defaults
        '200': {description: The pets}
    put:
    ^^^ missing-401
      responses: &fine
        '200': {description: The pet}
    post:
      responses:
        <<: [*fine, *defaults]
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
      { rules },
    ));

  it('case 39: scalars over several lines, and explicit keys', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  ? /pets
  : get:
      description: |
        put:
          responses: {}
      responses:
        ? '401'
          ^^^^^ missing-www-authenticate
        : description: >-
            The token

            is not valid.
    put:
    ^^^ missing-401
      summary: "Puts \\
        a pet"
      responses:
        '200': {description: The pet}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
      { rules },
    ));

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['tabs behind colons and before comments', (text: string) => text.replace(/: (?=\S)/g, ':\t').replace(/$/gm, '\t# note')],
    ['no final line end', (text: string) => text.trimEnd()],
  ])('case 39: %s', async (_, change) => {
    const text = change(readMarkers(block).text);
    expect(await foundIn(text, { rules })).toEqual(["missing-www-authenticate: '401'", 'missing-401: put']);
  });
});

describe('what parsers disagree about', () => {
  it('case 48: of duplicate keys the last one counts, and the others are said', async () => {
    const text = `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{bearer: []}]
paths:
  /pets:
    get:
    ^^^ duplicate-key
      security: [{nobody: []}]
      responses: {'200': {description: The pets}}
    get:
      security: []
      responses: {'200': {description: The pets}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
    await expectMarked(text, { rules: ['duplicate-key', 'missing-401', 'undefined-security-scheme'] });
    expect(await statesIn(text)).toEqual({ 'get /pets': 'public' });
  });

  it('case 48: two spellings of one status', () =>
    expectMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{bearer: []}]
paths:
  /pets:
    get:
      responses:
        401: {description: No}
        ^^^ duplicate-401
        '401': {description: The token is not valid., headers: {WWW-Authenticate: {schema: {type: string}}}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
      { rules: ['duplicate-401', 'duplicate-key', ...rules] },
    ));

  it.each([
    ['a closing bracket too far left', 'x-servers:\n  all: [\n    one\n  ]\n  more: {\n    a: 1\n  }\n'],
    ['a block scalar of odd indentation', 'x-text: |\n      first\n    second\n  third\n'],
  ])('case 50: YAML that strict parsers refuse is linted all the same: %s', async (_, odd) => {
    const text = readMarkers(block).text.replace('security:\n', `${odd}security:\n`);
    const found = await foundIn(text, { rules });
    expect(found.filter((each) => !each.startsWith('syntax-error'))).toEqual(["missing-www-authenticate: '401'", 'missing-401: put']);
  });
});

describe('case 52: one text has one finding', () => {
  it('case 52: a requirement behind an alias', async () => {
    const findings = await foundAsMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: &who
        - nobody: []
          ^^^^^^ undefined-security-scheme
      responses: {}
    put:
      security: *who
      responses: {}
`,
      { rules: ['undefined-security-scheme'] },
    );
    expect(findings[0]?.operations.map(({ method }) => method)).toEqual(['get', 'put']);
  });

  it('case 52: a whole path item behind a merge key', async () => {
    const findings = await foundAsMarked(
      `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{bearer: []}]
x-readable: &readable
  get:
    responses:
      '401':
      ^^^^^ missing-www-authenticate
        description: The token is not valid.
paths:
  /pets: {<<: *readable}
  /toys: {<<: *readable}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`,
      { rules },
    );
    expect(findings[0]?.operations.map(({ path }) => path)).toEqual(['/pets', '/toys']);
  });
});
