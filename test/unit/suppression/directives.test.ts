import { describe, expect, it } from 'vitest';
import { MemoryFiles } from '../../support/memory-files.ts';

/** The mission's rules, so that texts can be short. */
const configuration = { '.auth-lint.yaml': 'extends: minimal\nrules: {unused-suppression: info}\n' };

/** The rules with findings, with the text that each marks. */
async function found(text: string, files: Readonly<Record<string, string>> = {}, path = 'openapi.yaml'): Promise<readonly string[]> {
  const memory = new MemoryFiles({ ...configuration, ...files, [path]: text });
  return (await memory.findings(path)).map((finding) => `${finding.rule} ${memory.marked(finding)}`);
}

/** Two operations without a 401. */
const pets = ({ before = '', onGet = '', inGet = '', onPut = '', inPathItem = '', root = '' }): string => `openapi: 3.1.0
info: {title: Pets, version: '1'}
${root}security:
  - bearer: []
paths:
  /pets:
${inPathItem}${before}    get:${onGet}
${inGet}      responses: {'200': {description: Fine}}
    put:${onPut}
      responses: {'200': {description: Fine}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;

const both = ['missing-401 get', 'missing-401 put'];

describe('a comment', () => {
  it('on the line suppresses what is found there', async () => {
    expect(await found(pets({}))).toEqual(both);
    expect(await found(pets({ onGet: ' # auth-lint-ignore missing-401' }))).toEqual(['missing-401 put']);
  });

  it('names several rules, by blanks or commas, and may give a reason', async () => {
    expect(await found(pets({ onGet: ' # auth-lint-ignore missing-401, syntax-error -- the gateway answers' }))).toEqual([
      'unused-suppression syntax-error',
      'missing-401 put',
    ]);
    expect(await found(pets({ onGet: ' #auth-lint-ignore: missing-401   --   missing-403 comes from elsewhere' }))).toEqual([
      'missing-401 put',
    ]);
  });

  it('speaks of the next line, beyond blank lines and other comments', async () => {
    for (const between of ['', '\n', '    # about pets\n', '\n\n    # about pets\n    # and more\n']) {
      const before = `    # auth-lint-ignore-next-line missing-401\n${between}`;
      expect(await found(pets({ before }))).toEqual(['missing-401 put']);
      expect(await found(pets({ before }).replaceAll('\n', '\r\n'))).toEqual(['missing-401 put']);
    }
  });

  it('can be stacked', async () => {
    const before = '    # auth-lint-ignore-next-line missing-401\n    # auth-lint-ignore-next-line syntax-error\n';
    expect(await found(pets({ before }))).toEqual(['unused-suppression syntax-error', 'missing-401 put']);
  });

  it('speaks of the whole file, wherever it stands', async () => {
    expect(await found(`# auth-lint-ignore-file missing-401\n${pets({})}`)).toEqual([]);
    expect(await found(`${pets({})}# auth-lint-ignore-file missing-401\n`)).toEqual([]);
  });

  it('means nothing within a scalar', async () => {
    const inGet =
      '      description: |\n        # auth-lint-ignore-file missing-401\n      summary: "# auth-lint-ignore-file missing-401"\n';
    expect(await found(pets({ inGet }))).toEqual(both);
  });

  it('of a fragment is about that fragment', async () => {
    const entry = pets({}).replace("      responses: {'200': {description: Fine}}\n    put:", '      $ref: get.yaml\n    put:');
    const get = "responses: {'200': {description: Fine}}\n";
    expect(await found(entry, { 'get.yaml': get })).toEqual(['missing-401 responses', 'missing-401 put']);
    expect(await found(entry, { 'get.yaml': `# auth-lint-ignore-file missing-401\n${get}` })).toEqual(['missing-401 put']);
  });
});

describe('x-auth-lint-ignore', () => {
  const ignore = 'x-auth-lint-ignore: [missing-401]\n';

  it('of an operation', async () => {
    expect(await found(pets({ inGet: `      ${ignore}` }))).toEqual(['missing-401 put']);
  });

  it('of a path item', async () => {
    expect(await found(pets({ inPathItem: `    ${ignore}` }))).toEqual([]);
  });

  it('of the root is about all that the description reaches', async () => {
    const entry = pets({ root: ignore }).replace(
      "      responses: {'200': {description: Fine}}\n    put:",
      '      $ref: get.yaml\n    put:',
    );
    expect(await found(entry, { 'get.yaml': "responses: {'200': {description: Fine}}\n" })).toEqual([]);
  });

  it('may be one id, or a map of ids to reasons', async () => {
    expect(await found(pets({ inGet: '      x-auth-lint-ignore: missing-401\n' }))).toEqual(['missing-401 put']);
    expect(await found(pets({ inGet: '      x-auth-lint-ignore:\n        missing-401: The gateway answers.\n' }))).toEqual([
      'missing-401 put',
    ]);
  });

  it('holds wherever an alias or a merge key brings it', async () => {
    const text = (paths: string) =>
      `openapi: 3.1.0\ninfo: {title: Pets}\nsecurity: [{b: []}]\n${paths}components: {securitySchemes: {b: {type: http, scheme: bearer}}}\n`;
    const operation = `{x-auth-lint-ignore: [missing-401], responses: {'200': {description: Fine}}}`;
    expect(await found(text(`paths:\n  /a: &a\n    get: ${operation}\n  /b: *a\n`))).toEqual([]);
    expect(await found(text(`x-base: &base ${operation}\npaths:\n  /a: {get: *base}\n`))).toEqual([]);
    expect(await found(text(`x-base: &base ${operation}\npaths:\n  /a:\n    get: {<<: *base, summary: All}\n`))).toEqual([]);
  });

  it('is all there is in JSON', async () => {
    const text = JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Pets', version: '1' },
      security: [{ bearer: [] }],
      paths: { '/pets': { get: { 'x-auth-lint-ignore': ['missing-401'], responses: {} }, put: { responses: {} } } },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    });
    expect(await found(text, {}, 'openapi.json')).toEqual(['missing-401 "put"']);
  });

  it('says what is wrong with another value', async () => {
    for (const value of ['true', '[1]', '{missing-401: [x]}']) {
      const [first] = await found(pets({ inGet: `      x-auth-lint-ignore: ${value}\n` }));
      expect(first).toBe('missing-401 get');
      expect(await found(pets({ inGet: `      x-auth-lint-ignore: ${value}\n` }))).toContain('unused-suppression x-auth-lint-ignore');
    }
  });
});

describe('what several operations share', () => {
  const shared = (ignoreGet: string, ignorePut: string) => `openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{bearer: []}]
paths:
  /pets:
    get:
${ignoreGet}      responses: {'401': {$ref: '#/components/responses/No'}}
    put:
${ignorePut}      responses: {'401': {$ref: '#/components/responses/No'}}
components:
  responses:
    No: {description: No}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;
  const ignore = '      x-auth-lint-ignore: [missing-www-authenticate]\n';

  it('loses the operations that suppress it', async () => {
    const memory = new MemoryFiles({ ...configuration, 'openapi.yaml': shared(ignore, '') });
    const [finding] = await memory.findings('openapi.yaml');
    expect(finding?.rule).toBe('missing-www-authenticate');
    expect(finding?.operations.map(({ method }) => method)).toEqual(['put']);
  });

  it('is gone when all do', async () => {
    expect(await found(shared(ignore, ignore))).toEqual([]);
  });
});

describe('the result', () => {
  it('keeps what was suppressed', async () => {
    const memory = new MemoryFiles({ ...configuration, 'openapi.yaml': pets({ onGet: ' # auth-lint-ignore missing-401' }) });
    const { suppressed } = await memory.check('openapi.yaml');
    expect(suppressed.map((finding) => memory.marked(finding))).toEqual(['get']);
  });
});
