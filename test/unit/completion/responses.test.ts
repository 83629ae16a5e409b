import { describe, expect, it } from 'vitest';
import { completedAt } from '../support/completed.ts';
import { securedText } from '../support/secured.ts';

const shared = `  responses:
    Unauthorized:
      description: Who are you?
      headers: {WWW-Authenticate: {schema: {type: string}}}
`;
const at = (responses: string, more = '') => completedAt({ 'openapi.yaml': securedText({ responses }) + more });

/** The operation's lines after a completion. */
async function responded(responses: string, label: string, more = shared): Promise<string> {
  const text = (await at(responses, more)).accept(label);
  return text.slice(text.indexOf('    get:\n') + '    get:\n'.length, text.indexOf('\ncomponents:'));
}

const reference = "        '401':\n          $ref: '#/components/responses/Unauthorized'";

describe('a status of an operation with credentials', () => {
  it.each([
    ['      responses:\n        |', `      responses:\n${reference}`],
    ['      responses: |', `      responses:\n${reference}`],
    ['      responses:|', `      responses:\n${reference}`],
    ["      responses:\n        '4|'", `      responses:\n${reference}`],
    [
      "      responses:\n        '200':\n          description: Pets\n        4|",
      `      responses:\n        '200':\n          description: Pets\n${reference}`,
    ],
    [
      "      responses:\n        '200':\n          description: Pets\n        |\n      summary: Pets",
      `      responses:\n        '200':\n          description: Pets\n${reference}\n      summary: Pets`,
    ],
    ['      responses: {|}', "      responses: {'401': {$ref: '#/components/responses/Unauthorized'}}"],
  ])('by reference to the shared response: %j', async (before, after) => {
    expect(await responded(before, '401 → Unauthorized')).toBe(after);
  });

  it.each(['|', '4|'])('in place of a key that was deleted above its value: %j', async (typed) => {
    const below = '\n          # Who?\n          description: Who are you?';
    const text = `      responses:\n        '200':\n          description: Pets\n        ${typed}${below}`;
    expect((await at(text, shared)).labels).toEqual(['401', '403']);
    expect(await responded(text, '401')).toBe(text.replace(typed, "'401':"));
  });

  it('written out with its challenge, as a quick fix writes it', async () => {
    expect(await responded('      responses:\n        |', '401', '')).toBe(`      responses:
        '401':
          description: The request has no valid credentials.
          headers:
            WWW-Authenticate:
              description: How to authenticate.
              required: true
              schema: {type: string}
              example: Bearer realm="Pets"`);
  });

  it('403, too', async () => {
    expect((await at('      responses:\n        |')).labels).toEqual(['401', '403']);
    expect((await at('      responses:\n        |', '  responses:\n    Forbidden: {description: No}\n')).labels).toEqual([
      '401',
      '403 → Forbidden',
    ]);
  });

  it('is not offered when it is there', async () => {
    expect((await at("      responses:\n        '401': {description: Who?}\n        |")).labels).toEqual(['403']);
  });

  it('takes the place of a key that has a value', async () => {
    expect(await responded('      responses:\n        "4|00": {description: Who?}', '401')).toBe(
      '      responses:\n        "401": {description: Who?}',
    );
    expect((await at('      responses:\n        "4|00": {description: Who?}', shared)).labels).toEqual(['401', '403']);
  });

  it('in JSON, in its habits', async () => {
    const json = (responses: string) =>
      `{\n  "openapi": "3.0.3",\n  "info": {"title": "Pets"},\n  "security": [{"bearerAuth": []}],\n  "paths": {\n    "/pets": {\n      "get": {\n        "responses": ${responses}\n      }\n    }\n  },\n  "components": {\n    "securitySchemes": {"bearerAuth": {"type": "http", "scheme": "bearer"}},\n    "responses": {"Unauthorized": {"description": "Who?"}}\n  }\n}\n`;
    const written = '{\n          "401": {\n            "$ref": "#/components/responses/Unauthorized"\n          }\n        }';
    for (const before of ['{\n          |\n        }', '{\n          "|"\n        }', '{\n          "4|\n        }'])
      expect((await completedAt({ 'openapi.json': json(before) })).accept('401 → Unauthorized')).toBe(json(written));
    const other = '"500": {\n            "description": "Sorry"\n          }\n        }';
    const { accept } = await completedAt({ 'openapi.json': json(`{\n          |\n          ${other}`) });
    expect(accept('401 → Unauthorized')).toBe(json(written.replace(/\n {8}\}$/, `,\n          ${other}`)));
  });

  it('in OAS 2.0, where a header has no example', async () => {
    const text =
      "swagger: '2.0'\ninfo: {title: Pets}\nsecurity: [{basic: []}]\npaths:\n  /pets:\n    get:\n      responses:\n        |\nsecurityDefinitions:\n  basic: {type: basic}\n";
    expect((await completedAt({ 'swagger.yaml': text })).accept('401')).toContain(
      '            WWW-Authenticate:\n              description: ',
    );
  });
});

it.each(['security: []', 'x: 1'])('no status for an operation without credentials: %s', async (security) => {
  const text = securedText({ security, responses: '      responses:\n        |' });
  expect((await completedAt({ 'openapi.yaml': text })).labels).toEqual([]);
});

it.each([
  '      parameters:\n        |',
  "      responses:\n        '200':\n          |",
  "      responses:\n        '200':\n          content:\n            |",
  "      responses:\n        '200':\n          description: a text\n            |",
  '      responses:\n        default: {description: x}|',
])('nothing elsewhere: %j', async (responses) => {
  expect((await at(responses, shared)).labels).toEqual([]);
});

describe('the header of a 401', () => {
  const responses = (headers: string) => `      responses:\n        '401':\n          description: Who?\n          ${headers}`;
  const header = `            WWW-Authenticate:
              description: How to authenticate.
              required: true
              schema: {type: string}
              example: Bearer realm="Pets"`;

  it.each([
    ['headers:\n            |', `headers:\n${header}`],
    ['headers:\n            WW|', `headers:\n${header}`],
    ['headers:|', `headers:\n${header}`],
    ['headers:\n            X-Id: {}\n            |', `headers:\n            X-Id: {}\n${header}`],
    ['headers:\n            WW|: {schema: {}}', 'headers:\n            WWW-Authenticate: {schema: {}}'],
  ])('%j', async (before, after) => {
    expect(await responded(responses(before), 'WWW-Authenticate', '')).toBe(responses(after));
  });

  it('by reference to the shared one', async () => {
    const definition = '  headers:\n    WWW-Authenticate: {schema: {type: string}}\n';
    expect(await responded(responses('headers: {|}'), 'WWW-Authenticate', definition)).toBe(
      responses("headers: {WWW-Authenticate: {$ref: '#/components/headers/WWW-Authenticate'}}"),
    );
  });

  it('of a shared 401, used or not', async () => {
    const definition = '  responses:\n    Unauthorized:\n      description: Who?\n      headers:\n        |\n';
    expect((await at('      responses: {}', definition)).labels).toEqual(['WWW-Authenticate']);
    expect(
      (await at("      responses: {'401': {$ref: '#/components/responses/No'}}", definition.replace('Unauthorized', 'No'))).labels,
    ).toEqual(['WWW-Authenticate']);
  });

  it('is offered once, and for a 401 only', async () => {
    expect((await at(responses('headers:\n            www-authenticate: {}\n            |'))).labels).toEqual([]);
    for (const status of ['200', '403']) expect((await at(responses('headers:\n            |').replace('401', status))).labels).toEqual([]);
  });
});
