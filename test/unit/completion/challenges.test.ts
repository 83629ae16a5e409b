import { describe, expect, it } from 'vitest';
import { completedAt } from '../support/completed.ts';
import { securedText } from '../support/secured.ts';

const responses = (example: string, status = '401') => `      responses:
        '${status}':
          description: Who?
          headers:
            WWW-Authenticate:
              schema: {type: string}
              ${example}`;

const at = (example: string, status?: string, security = 'security: [{bearerAuth: []}, {oauth: []}]') =>
  completedAt({ 'openapi.yaml': securedText({ security, responses: responses(example, status) }) });

/** The lines of the header's example after a completion. */
async function challenged(example: string, label: string): Promise<string> {
  const text = (await at(example)).accept(label);
  return text.slice(text.indexOf('schema: {type: string}\n              ') + 37, text.indexOf('\ncomponents:'));
}

describe('a parameter in a challenge', () => {
  it.each([
    ['example: Bearer |', 'example: Bearer realm="‹Pets›"'],
    ['example: Bearer rea|', 'example: Bearer realm="‹Pets›"'],
    ["example: 'Bearer |'", 'example: \'Bearer realm="‹Pets›"\''],
    ['example: "Bearer |"', 'example: "Bearer realm=\\"‹Pets›\\""'],
    ['example: "Bearer rea|', 'example: "Bearer realm=\\"‹Pets›\\""'],
    ['example: Bearer error="x",|', 'example: Bearer error="x", realm="‹Pets›"'],
    ['example: Bearer error="x", |', 'example: Bearer error="x", realm="‹Pets›"'],
    ['example: Bearer re|, error="x"', 'example: Bearer realm="‹Pets›", error="x"'],
    ['example: Bearer err|or="x"', 'example: Bearer realm="x"'],
    [
      'example: |-\n                Bearer error="x",\n                re|'.replace('|', '>'),
      'example: >-\n                Bearer error="x",\n                realm="‹Pets›"',
    ],
    ['examples: {a: {value: Bearer |}}', 'examples: {a: {value: Bearer realm="‹Pets›"}}'],
    ["examples: {a: {value: 'Bearer error=x, |'}}", 'examples: {a: {value: \'Bearer error=x, realm="‹Pets›"\'}}'],
    ['x-example: Bearer |', 'x-example: Bearer realm="‹Pets›"'],
  ])('%j', async (before, after) => {
    expect(await challenged(before, 'realm')).toBe(after);
  });

  it('is one that the scheme knows and that is not there yet', async () => {
    expect((await at('example: Basic |')).labels).toEqual(['realm', 'charset']);
    expect((await at('example: Basic re|, charset="UTF-8"')).labels).toEqual(['realm']);
    expect((await at('example: Basic realm="x", |')).labels.slice(0, 2)).toEqual(['charset', 'Bearer realm="Pets"']);
    expect((await at('example: Negotiate |')).labels).toEqual([]);
    expect((await at('example: Own |')).labels).toEqual(['realm']);
  });

  it('that is needed comes first', async () => {
    const { offered } = await at('example: Digest |');
    expect(offered.filter(({ likely }) => likely).map(({ label }) => label)).toEqual(['realm', 'nonce', 'qop']);
    expect(await challenged('example: Digest |', 'algorithm')).toBe('example: Digest algorithm=‹SHA-256›');
    expect(await challenged('example: Digest |', 'opaque')).toBe('example: Digest opaque="‹›"');
  });
});

describe('the value of a parameter', () => {
  it.each([
    ['example: Bearer error=|', 'invalid_token', 'example: Bearer error="invalid_token"'],
    ['example: Bearer error="|"', 'invalid_token', 'example: Bearer error="invalid_token"'],
    ['example: Bearer error="inv|', 'invalid_token', 'example: Bearer error="invalid_token"'],
    ['example: "Bearer error=\\"inv|\\""', 'invalid_token', 'example: "Bearer error=\\"invalid_token\\""'],
    ['example: "Bearer error=\\"inv|"', 'invalid_token', 'example: "Bearer error=\\"invalid_token\\""'],
    ['example: Bearer scope="read:|"', 'write:pets', 'example: Bearer scope="write:pets"'],
    ['example: Bearer scope="read:pets |"', 'write:pets', 'example: Bearer scope="read:pets write:pets"'],
    ['example: Digest algorithm=|', 'SHA-256', 'example: Digest algorithm=SHA-256'],
    ['example: Digest qop="auth,|"', 'auth-int', 'example: Digest qop="auth,auth-int"'],
    ['example: Basic charset=|', 'UTF-8', 'example: Basic charset="UTF-8"'],
  ])('%j', async (before, label, after) => {
    expect(await challenged(before, label)).toBe(after);
  });

  it('fits the status', async () => {
    const likely = async (status: string) =>
      (await at('example: Bearer error="|"', status)).offered.filter((each) => each.likely).map(({ label }) => label);
    expect(await likely('401')).toEqual(['invalid_token', 'insufficient_user_authentication']);
    expect(await likely('403')).toEqual(['insufficient_scope']);
  });

  it('of what can be any text is not guessed', async () => {
    expect((await at('example: Bearer realm="|"')).labels).toEqual([]);
  });
});

describe('a whole challenge', () => {
  it.each([
    ['example:|', 'example: Bearer realm="Pets"'],
    ['example: |', 'example: Bearer realm="Pets"'],
    ['example: Bea|', 'example: Bearer realm="Pets"'],
    ["example: '|'", 'example: \'Bearer realm="Pets"\''],
    ['example: "|"', 'example: "Bearer realm=\\"Pets\\""'],
    ['example: Basic realm="x", |', 'example: Basic realm="x", Bearer realm="Pets"'],
    ['examples: {a: {value: |}}', 'examples: {a: {value: Bearer realm="Pets"}}'],
    ['examples: {a: {value: \'Basic realm="x", |\'}}', 'examples: {a: {value: \'Basic realm="x", Bearer realm="Pets"\'}}'],
    ['default: |', 'default: Bearer realm="Pets"'],
  ])('for the schemes in force: %j', async (before, after) => {
    expect(await challenged(before, 'Bearer realm="Pets"')).toBe(after);
  });

  it.each(['schema: {enum: [|]}', 'schema:\n                enum:\n                  - |'])('in a list: %j', async (schema) => {
    const { accept } = await completedAt({
      'openapi.yaml': securedText({ responses: responses('').replace('schema: {type: string}\n              ', schema) }),
    });
    expect(accept('Bearer realm="Pets"')).toContain(schema.replace('|', 'Bearer realm="Pets"'));
  });

  it('for several kinds of schemes together and each', async () => {
    const text = securedText({ security: 'security: [{bearerAuth: []}, {basicAuth: []}]', responses: responses('example: |') });
    const { labels, accept, offered } = await completedAt({
      'openapi.yaml': text.replace('  securitySchemes:\n', '  securitySchemes:\n    basicAuth: {type: http, scheme: basic}\n'),
    });
    const basic = 'Basic realm="Pets", charset="UTF-8"';
    expect(labels.slice(0, 3)).toEqual([`Bearer realm="Pets", ${basic}`, 'Bearer realm="Pets"', basic]);
    expect(accept(basic)).toContain(`example: ${basic}\n`);
    expect(offered[0]?.subject).toEqual({ kind: 'challenge', schemes: ['bearerAuth', 'basicAuth'] });
  });

  it('and the names of registered schemes that it does not have', async () => {
    const { labels } = await at('example: Bearer realm="x", |');
    expect(labels).toContain('Digest');
    expect(labels).not.toContain('Bearer');
    expect(labels).not.toContain('Concealed');
    expect((await at('example: Bea|rer realm="x"')).labels).not.toContain('Bearer realm="Pets"');
  });
});

it.each([
  '  responses:\n    Denied: {headers: {WWW-Authenticate: {example: Bearer |}}, description: No}\n',
  '  headers:\n    WWW-Authenticate: {example: Bearer |}\n',
])('is written where it waits to be shared, too: %j', async (definition) => {
  const { accept } = await completedAt({ 'openapi.yaml': securedText({}) + definition });
  expect(accept('realm')).toContain('{example: Bearer realm="‹Pets›"}');
});

it('puts a plain text between brackets into quotes once it has a comma', async () => {
  const basic = 'Basic realm="Pets", charset="UTF-8"';
  const text = securedText({ security: 'security: [{basicAuth: []}]', responses: responses('examples: {a: {value: B|}}') });
  const files = {
    'openapi.yaml': text.replace('  securitySchemes:\n', '  securitySchemes:\n    basicAuth: {type: http, scheme: basic}\n'),
  };
  expect((await completedAt(files)).accept(basic)).toContain(`examples: {a: {value: '${basic}'}}\n`);
});

it('escapes quotes in JSON', async () => {
  const scheme = '"components": {"securitySchemes": {"b": {"type": "http", "scheme": "bearer"}}}';
  const response = '{"description": "", "headers": {"WWW-Authenticate": {"example": "Bearer |"}}}';
  const { accept } = await completedAt({
    'openapi.json': `{"openapi": "3.0.3", "security": [{"b": []}], "paths": {"/": {"get": {"responses": {"401": ${response}}}}}, ${scheme}}`,
  });
  expect(accept('error')).toContain('"example": "Bearer error=\\"‹›\\""');
});

it.each([
  'description: Bearer |',
  'x-own: Bearer |',
  'schema: {pattern: Bearer |}',
  'example: Bearer realm="x" |',
  'example: Bearer <to|ken>',
])('nothing in what is no challenge: %j', async (example) => {
  expect((await at(example)).labels).toEqual([]);
});
