import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

/** The description after all safe fixes, with this `fix` section in the configuration beside it. */
async function fixed(description: string, style: string, files: Readonly<Record<string, string>> = {}): Promise<MemoryFiles> {
  const memory = new MemoryFiles({ ...files, 'openapi.yaml': description, '.auth-lint.yaml': `extends: minimal\nfix:\n  ${style}\n` });
  expect((await memory.findings('openapi.yaml')).filter(({ rule }) => rule === 'invalid-configuration')).toEqual([]);
  memory.apply((await fixAll(memory.linter, [uriOf('openapi.yaml')])).files);
  return memory;
}

/** A secured operation without a 401. */
const bare = `openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - basic: []
paths:
  /pets:
    get:
      responses:
        '200': {description: Fine}
components:
  securitySchemes:
    basic: {type: http, scheme: basic}
`;

const withResponses = (responses: string) => `${bare}  responses:\n${responses}`;

describe('the chosen realm', () => {
  it('is that of new challenges', async () => {
    const text = (await fixed(bare, 'realm: Zoo "1"')).text('openapi.yaml');
    expect(text).toContain(String.raw`example: Basic realm="Zoo \"1\"", charset="UTF-8"`);
  });

  it('stands in shared files too', async () => {
    const referring = bare.replace("'200': {description: Fine}", "'401': {$ref: 'no.yaml'}");
    const memory = await fixed(referring, 'realm: Zoo', { 'no.yaml': 'description: No\n' });
    expect(memory.text('no.yaml')).toContain('example: Basic realm="Zoo", charset="UTF-8"');
  });

  it('is described in OpenAPI 2.0', async () => {
    const old = bare
      .replace('openapi: 3.1.0', "swagger: '2.0'")
      .replace('components:\n  securitySchemes:\n    basic: {type: http, scheme: basic}', 'securityDefinitions:\n  basic: {type: basic}');
    expect((await fixed(old, 'realm: Zoo')).text('openapi.yaml')).toContain('How to authenticate, for example: Basic realm="Zoo"');
  });
});

describe('the chosen response', () => {
  it('is created under its name', async () => {
    const text = (await fixed(bare, 'response: NotLoggedIn')).text('openapi.yaml');
    expect(text).toContain("{$ref: '#/components/responses/NotLoggedIn'}\n");
    expect(text).toContain('  responses:\n    NotLoggedIn:\n      description: ');
  });

  it('is reused, and not those that would be taken otherwise', async () => {
    const existing = withResponses('    Unauthorized: {description: No}\n    NotLoggedIn: {description: No}\n').replace(
      'paths:\n',
      "paths:\n  /owners: {get: {responses: {'401': {$ref: '#/components/responses/Unauthorized'}}}}\n",
    );
    const text = (await fixed(existing, 'response: NotLoggedIn')).text('openapi.yaml');
    expect(text).toContain("'401': {$ref: '#/components/responses/NotLoggedIn'}\n");
    expect(text.match(/NotLoggedIn:/g)).toHaveLength(1);
  });

  it('is reused from another file when operations refer to it there', async () => {
    const existing = bare.replace('paths:\n', "paths:\n  /owners: {get: {responses: {'401': {$ref: 'shared.yaml#/NotLoggedIn'}}}}\n");
    const memory = await fixed(existing, 'response: NotLoggedIn', { 'shared.yaml': 'NotLoggedIn: {description: No}\n' });
    expect(memory.text('openapi.yaml').match(/shared\.yaml#\/NotLoggedIn/g)).toHaveLength(2);
  });

  it('gets another name where something else has it', async () => {
    const text = (await fixed(withResponses('    NotLoggedIn: nothing\n'), 'response: NotLoggedIn')).text('openapi.yaml');
    expect(text).toContain("{$ref: '#/components/responses/NotLoggedIn2'}\n");
    expect(text).toContain('NotLoggedIn: nothing');
  });
});

describe('the chosen body', () => {
  it('none is none', async () => {
    expect((await fixed(bare, 'body: none')).text('openapi.yaml')).not.toContain('content');
  });

  it('problem details', async () => {
    expect((await fixed(bare, 'body: problem+json')).text('openapi.yaml')).toContain(`
      content:
        application/problem+json:
          schema: {type: object}
`);
  });

  it('a schema of the description', async () => {
    expect((await fixed(bare, "body: '#/components/schemas/Error'")).text('openapi.yaml')).toContain(`
      content:
        application/json:
          schema: {$ref: '#/components/schemas/Error'}
`);
  });

  it('has no media type in OpenAPI 2.0', async () => {
    const old = bare
      .replace('openapi: 3.1.0', "swagger: '2.0'")
      .replace('components:\n  securitySchemes:\n    basic: {type: http, scheme: basic}', 'securityDefinitions:\n  basic: {type: basic}');
    const text = (await fixed(old, "body: '#/definitions/Error'")).text('openapi.yaml');
    expect(text).toContain("    schema: {$ref: '#/definitions/Error'}\n");
    expect(text).not.toContain('content');
  });

  it('is referred to from another file when the response is written out there', async () => {
    const paths = bare.replace(/paths:\n.*?components:/s, "paths:\n  /pets: {$ref: 'paths.yaml#/pets'}\ncomponents:");
    const memory = new MemoryFiles({
      'openapi.yaml': paths,
      'paths.yaml': "pets:\n  get:\n    responses:\n      '200': {description: Fine}\n",
      '.auth-lint.yaml': "extends: minimal\nfix: {body: '#/components/schemas/Error'}\n",
    });
    const [finding] = await memory.findings('openapi.yaml');
    memory.apply(finding?.fixes.find(({ title }) => title.includes('written out'))?.edits() ?? []);
    expect(memory.text('paths.yaml')).toMatch(/\{\$ref: '?(?:\.\/)?openapi\.yaml#\/components\/schemas\/Error'?\}\n/);
  });
});
