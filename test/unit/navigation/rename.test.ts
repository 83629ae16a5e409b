import { describe, expect, it } from 'vitest';
import { lines } from '../support/lines.ts';
import { type Files, Navigated, withoutCursor } from '../support/navigated.ts';

const head = ['openapi: 3.1.0', "info: {title: Pets, version: '1'}"];

const inOne = (text: string): Files => ({ 'openapi.yaml': text });

async function renamed(text: string, newName: string): Promise<unknown> {
  const result = await Navigated.at(inOne(text)).renamed(newName);
  return typeof result === 'object' ? result['openapi.yaml'] : result;
}

describe('a scheme is renamed', () => {
  const text = (plain: string, single: string, double: string, step = plain) =>
    lines(
      ...head,
      'security:',
      `  - ${plain}: [] # the key`,
      `  - ${single}:`,
      '      []',
      `  - {${double}: [], other: []}`,
      'components:',
      '  securitySchemes:',
      `    ? ${plain}`,
      '    : {type: http, scheme: bearer}',
      `    other: {$ref: '#/components/securitySchemes/${step}'}`,
    );

  it('in the quotes that each text has', async () => {
    expect(await renamed(text('bea¦rer', "'bearer'", '"bearer"', 'bearer'), 'token.v-2')).toBe(
      text('token.v-2', "'token.v-2'", '"token.v-2"'),
    );
  });

  it('with quotes where the new name needs them', async () => {
    expect(await renamed(text('bea¦rer', "'bearer'", '"bearer"', 'bearer'), '401')).toBe(text("'401'", "'401'", '"401"', '401'));
  });

  it('in JSON, in CRLF and beside characters beyond ASCII', async () => {
    const json = (name: string) =>
      `{\r\n  "openapi": "3.0.3", "info": {"title": "Größe 🐾"},\r\n  "security": [{"${name}": []}],\r\n  "components": {"securitySchemes": {"${name}": {"type": "http"}, "b": {"$ref": "#/components/securitySchemes/${name}"}}}\r\n}\r\n`;
    expect(await Navigated.at({ 'openapi.json': json('¦bearer') }).renamed('token')).toEqual({
      'openapi.json': json('token'),
    });
  });

  it('with its name in pointers written as pointers have it', async () => {
    const swagger = (name: string, step: string) =>
      lines('swagger: "2.0"', `securityDefinitions: {${name}: {type: basic}, b: {$ref: "#/securityDefinitions/${step}"}}`);
    expect(await Navigated.at({ 's.yaml': swagger('"¦a/b"', 'a~1b') }).renamed('ü~ %')).toEqual({
      's.yaml': swagger('"ü~ %"', '%C3%BC~0%20%25'),
    });
    expect(await Navigated.at({ 's.yaml': swagger('"ü~ %"', '%c3%bc~0%20%2¦5') }).renamed('a/b')).toEqual({
      's.yaml': swagger('"a/b"', 'a~1b'),
    });
  });

  it('in all descriptions that share a text, and in files that are only referred to', async () => {
    const files = (name: string): Files => ({
      'a.yaml': lines(...head, 'paths: {/a: {$ref: p.yaml}}', `components: {securitySchemes: {${name}: {type: http, scheme: bearer}}}`),
      'b.yaml': lines(
        ...head,
        'paths: {/b: {$ref: p.yaml}}',
        `components: {securitySchemes: {${name}: {$ref: 'a.yaml#/components/securitySchemes/${name}'}}}`,
      ),
      'p.yaml': `get: {security: [{${name}: []}], responses: {'200': {$ref: r.yaml}}}\n`,
      'r.yaml': `x-scheme: {$ref: a.yaml#/components/securitySchemes/${name}}\n`,
    });
    expect(await Navigated.at(files('bear¦er')).renamed('token')).toEqual(files('token'));
  });
});

it('a scope is renamed in all flows and requirements of its scheme', async () => {
  const text = (scope: string, flow = scope, quoted = `'${scope}'`) =>
    lines(
      ...head,
      'security:',
      '  - oauth:',
      `      - ${scope}`,
      `  - oauth: [write, ${flow}]`,
      'components:',
      '  securitySchemes:',
      '    oauth:',
      '      type: oauth2',
      '      flows:',
      `        implicit: {authorizationUrl: /a, scopes: {${quoted}: Read}}`,
    );
  expect(await renamed(text('re¦ad', 'read', "'read'"), 'pets:read')).toBe(text('pets:read', 'pets:read', "'pets:read'"));
  expect(await renamed(text('re¦ad', 'read', "'read'"), 'a,b')).toBe(text('a,b', "'a,b'", "'a,b'"));
});

it('a response and a header are renamed where references lead to them and through them', async () => {
  const text = (response: string, header: string) =>
    lines(
      ...head,
      'paths:',
      '  /a:',
      '    get:',
      '      responses:',
      `        '401': {$ref: "#/components/responses/${response}"}`,
      `        '403': {description: No, headers: {X: {$ref: '#/components/responses/${response}/headers/X'}}}`,
      'components:',
      `  responses: {${response}: {description: No, headers: {X: {$ref: '#/components/headers/${header}'}}}}`,
      `  headers: {${header}: {schema: {type: string}}}`,
    );
  expect(await renamed(text('N¦o', 'H'), 'Denied')).toBe(text('Denied', 'H'));
  expect(await renamed(text('No', '¦H'), 'Challenge')).toBe(text('No', 'Challenge'));
});

describe('it is refused to rename', () => {
  const scheme = (...more: readonly string[]) =>
    lines(
      ...head,
      'security: [{be¦arer: []}]',
      'components: {securitySchemes: {bearer: {type: http, scheme: bearer}, basic: {type: http}}}',
      ...more,
    );

  it.each([
    ['to what is no component’s name', scheme(), 'a b', 'invalid'],
    ['to nothing', scheme(), '', 'invalid'],
    ['to a name that is taken', scheme(), 'basic', 'taken'],
    ['to a name that a requirement has beside it', scheme('paths: {/a: {get: {security: [{bearer: [], other: []}]}}}'), 'other', 'taken'],
    ['to a name that requirements have for nothing', scheme('paths: {/a: {get: {security: [{other: []}]}}}'), 'other', 'taken'],
    ['what is not defined', lines(...head, 'security: [{be¦arer: []}]'), 'token', 'undefined'],
    [
      'what is defined on another machine',
      lines(...head, 'security: [{be¦arer: []}]', "components: {securitySchemes: {$ref: 'https://example.com/schemes.yaml'}}"),
      'token',
      'undefined',
    ],
    ['in a broken text', scheme('x: "'), 'token', 'broken'],
    [
      'what a merge key brings',
      lines(...head, 'security: [{be¦arer: []}]', 'x-all: &all {bearer: {type: http}}', 'components: {securitySchemes: {<<: *all}}'),
      'token',
      'entangled',
    ],
    [
      'a key with an anchor',
      lines(...head, 'security: [{&key be¦arer: []}]', 'components: {securitySchemes: {*key : {type: http}}}'),
      'token',
      'entangled',
    ],
  ])('%s', async (_, text, newName, refusal) => {
    expect(await renamed(text, newName)).toBe(refusal);
  });

  it('a scope to what is none', async () => {
    const text = (scope: string) =>
      lines(
        ...head,
        `security: [{oauth: [${scope}]}]`,
        'components: {securitySchemes: {oauth: {type: oauth2, flows: {implicit: {scopes: {a: A, b: B}}}}}}',
      );
    expect(await renamed(text('¦a'), 'a b')).toBe('invalid');
    expect(await renamed(text('¦a'), 'x-a')).toBe('invalid');
    expect(await renamed(text('¦a'), 'b')).toBe('taken');
    expect(await renamed(text('¦a'), 'c')).toContain('{scopes: {c: A, b: B}}');
  });

  it('a name that may be in a broken file', async () => {
    const files = {
      'openapi.yaml': scheme("paths: {/a: {get: {responses: {'200': {$ref: 'other.yaml'}}}}}"),
      'other.yaml': 'x: "bearer\n',
    };
    expect(await Navigated.at(files).renamed('token')).toBe('broken');
    expect(await Navigated.at({ ...files, 'other.yaml': 'x: "\n' }).renamed('token')).toMatchObject({ 'other.yaml': 'x: "\n' });
  });
});

it('the same name again edits nothing', async () => {
  const files = inOne(lines(...head, 'security: [{be¦arer: []}]', 'components: {securitySchemes: {bearer: {type: http}}}'));
  expect(await Navigated.at(files).renamed('bearer')).toEqual(withoutCursor(files));
});
