import { describe, expect, it } from 'vitest';
import { checked, found, schemes } from '../support/descriptions.ts';

const header = 'headers: {WWW-Authenticate: {schema: {type: string}}}';

/** The same description in other words must have the same findings: a 401 is missing at PUT, and its header at GET. */
const expected = [
  ['missing-401', 'PUT'],
  ['missing-www-authenticate', 'GET'],
];

async function findingsOf(text: string): Promise<readonly (readonly string[])[]> {
  const { findings } = await checked(text);
  return findings.map(({ rule, operations }) => [rule, operations.map(({ method }) => method.toUpperCase()).join()]).sort();
}

const block = `openapi: 3.1.0
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: No
    put:
      responses:
        '200':
          description: Fine
${schemes}`;

describe('case 39: a description in other words', () => {
  it.each([
    ['block style', block],
    ['CRLF', block.replaceAll('\n', '\r\n')],
    ['a BOM', `\uFEFF${block}`],
    ['a document start and end', `%YAML 1.2\n---\n${block}...\n`],
    ['no final newline', block.trimEnd()],
    ['comments and blank lines', block.replaceAll('\n', '\n\n# comment: {\n')],
    ['tabs behind colons', block.replaceAll(': ', ':\t')],
    ['an unquoted 401', block.replace("'401'", '401')],
    [
      'explicit keys',
      block.replace("'401':\n          description: No", "? '401'\n        : description: No").replace('get:\n', 'get: # comment\n'),
    ],
    [
      'flow style',
      `{openapi: 3.1.0, security: [{bearer: []}], paths: {/pets: {get: {responses: {'401': {description: No}}}, put: {responses: {}}}},\n components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}}`,
    ],
    [
      'JSON',
      '{"openapi": "3.1.0", "security": [{"bearer": []}], "paths": {"/pets": {"get": {"responses": {"401": {}}}, "put": {"responses": {}}}}, "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}}',
    ],
    [
      'an anchor and an alias',
      block.replace("'401':\n          description: No", `'401': *no`).replace('security:\n', 'x-no: &no {description: No}\nsecurity:\n'),
    ],
    [
      'a merge key',
      block
        .replace("        '401':\n          description: No", '        <<: *common')
        .replace('security:\n', "x-common: &common {'401': {description: No}}\nsecurity:\n"),
    ],
    [
      'a list of merge keys',
      block
        .replace("        '401':\n          description: No", '        <<: [*empty, *common]')
        .replace('security:\n', "x-empty: &empty {}\nx-common: &common {'401': {description: No}}\nsecurity:\n"),
    ],
    ['quoted keys', block.replace('paths:', '"paths":').replace('responses:', "'responses':")],
    ['escaped keys', block.replace('paths:', '"\\x70aths":').replace("'401'", '"\\u003401"')],
    [
      'texts of several lines',
      block
        .replace('description: No', 'description: |\n            No\n\n            responses:')
        .replace('description: Fine', 'description: >-\n            Fine\n            401:'),
    ],
  ])('%s', async (_, text) => {
    expect(await findingsOf(text)).toEqual(expected);
  });
});

describe('case 39: merge keys', () => {
  it('own entries win over merged ones', async () => {
    const text = `openapi: 3.1.0\nsecurity: [bearer: []]\nx: &x {'401': {description: No}}\npaths:\n  /pets:\n    get:\n      responses:\n        <<: *x\n        '401': {description: No, ${header}}\n${schemes}`;
    expect(await found(text)).toEqual([]);
  });

  it('a whole operation may come from one', async () => {
    const text = `openapi: 3.1.0\nsecurity: [bearer: []]\nx: &x\n  get: {responses: {'401': {description: No}}}\npaths:\n  /pets: {<<: *x}\n  /toys: {<<: *x}\n${schemes}`;
    const { findings } = await checked(text);
    expect(findings.map(({ rule, operations }) => [rule, operations.map(({ path }) => path)])).toEqual([
      ['missing-www-authenticate', ['/pets', '/toys']],
    ]);
  });
});

describe('case 52: one text behind several aliases', () => {
  it('a response: one finding', async () => {
    const text = `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets:\n    get: {responses: {'401': &no {description: No}}}\n    put: {responses: {'401': *no}}\n${schemes}`;
    const { findings } = await checked(text);
    expect(findings.map(({ rule, operations }) => [rule, operations.map(({ method }) => method)])).toEqual([
      ['missing-www-authenticate', ['get', 'put']],
    ]);
  });

  it('a responses map: one finding for what is missing in it', async () => {
    const text = `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets:\n    get: {responses: &all {'401': {description: No}}}\n    put: {responses: *all}\n${schemes}`;
    expect((await found(text)).filter((finding) => finding.startsWith('missing-www'))).toHaveLength(1);
  });

  it('a requirement: one finding', async () => {
    const text = `openapi: 3.1.0\npaths:\n  /pets:\n    get: {security: &who [nobody: []], responses: {'401': {description: No, ${header}}}}\n    put: {security: *who, responses: {'401': {description: No, ${header}}}}\n`;
    const { findings } = await checked(text);
    expect(findings.map(({ rule, operations }) => [rule, operations.length])).toEqual([['undefined-security-scheme', 2]]);
  });
});

describe('case 48: duplicate keys', () => {
  it('the last one counts, as parsers have it', async () => {
    const text = `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets:\n    get: {responses: {}}\n    get: {responses: {'401': {description: No, ${header}}}}\n${schemes}`;
    expect(await found(text)).toEqual([]);
  });
});

describe('case 50: YAML that only strict parsers refuse', () => {
  it('a closing bracket in the column of its key', async () => {
    const text = block.replace('security:\n', 'x-deep:\n  list: [\n    one\n  ]\n  map: {\n    a: 1\n  }\n  last: 1\nsecurity:\n');
    expect((await findingsOf(text)).filter(([rule]) => rule !== 'syntax-error')).toEqual(expected);
  });

  it('a block scalar of odd indentation', async () => {
    const text = block.replace('security:\n', 'x-text: |\n      first\n    second\n  third\nsecurity:\n');
    expect((await findingsOf(text)).filter(([rule]) => rule !== 'syntax-error')).toEqual(expected);
  });
});

describe('a half-typed description', () => {
  it.each([
    '  /new',
    '  /new:',
    '  /new:\n    ge',
    "  /new:\n    get:\n      responses:\n        '",
    '  "/new',
    '  /new: {get: {',
    '  - x',
    '\t',
    '  /new: *',
    '  /new: &',
    '  /new: !',
    '  ? ',
    '  {',
    '}',
    ']',
    '  /new: @x',
    '  /new: `x',
    '  %',
  ])('keeps the findings of what stands before: %j', async (typed) => {
    const rest = block.slice(block.indexOf('components:'));
    const start = block.slice(0, block.indexOf('paths:'));
    const paths = block.slice(block.indexOf('paths:'), block.indexOf('components:'));
    const { findings } = await checked(`${start}${rest}${paths}${typed}`);
    const rules = findings.map(({ rule }) => rule);
    expect(rules).toContain('missing-401');
    expect(rules).toContain('missing-www-authenticate');
  });
});
