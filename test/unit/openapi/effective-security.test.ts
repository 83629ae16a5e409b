import { describe, expect, it } from 'vitest';
import { checked, found, schemes, statesOf, withOperation } from '../support/descriptions.ts';

const responses = "responses: {'200': {description: Fine}}";

/** The state of an operation with this `security`, below a root with that one; undefined leaves a field out. */
async function stateOf(root: string | undefined, own: string | undefined, version?: string): Promise<string | undefined> {
  const operation = own === undefined ? responses : `security: ${own}\n${responses}`;
  const text = withOperation(operation, { ...(root === undefined ? {} : { root: `security: ${root}` }), ...(version ? { version } : {}) });
  return statesOf(await checked(text))['get /pets'];
}

describe('the state of an operation', () => {
  it.each([
    ['case 1: root requirement, operation silent', '[bearer: []]', undefined, 'secured'],
    ['case 2: operation []', '[bearer: []]', '[]', 'public'],
    ['case 3: operation [{}]', '[bearer: []]', '[{}]', 'public'],
    ['case 4: optional', '[bearer: []]', '[{}, {bearer: []}]', 'optional'],
    ['case 4: optional, in the other order', undefined, '[{bearer: []}, {}]', 'optional'],
    ['case 5: root [], operation silent', '[]', undefined, 'public'],
    ['case 6: nothing anywhere', undefined, undefined, 'undeclared'],
    ['case 8: root [{}], operation with a requirement', '[{}]', '[{bearer: []}]', 'secured'],
    ['root [{}], operation silent', '[{}]', undefined, 'public'],
    ['only empty alternatives', undefined, '[{}, {}]', 'public'],
    ['AND', undefined, '[{bearer: [], key: []}]', 'secured'],
    ['OR', undefined, '[{bearer: []}, {key: []}]', 'secured'],
    ['a name that is not defined', undefined, '[{nobody: []}]', 'secured'],
    ['scopes that are no list', undefined, '[{bearer: all}]', 'secured'],
    ['case 11: operation null', '[bearer: []]', 'null', 'undeclared'],
    ['case 11: operation {}', '[bearer: []]', '{}', 'undeclared'],
    ['case 11: operation a string', '[bearer: []]', 'bearer', 'undeclared'],
    ['case 11: one alternative is a string', '[bearer: []]', '[{bearer: []}, bearer]', 'undeclared'],
    ['case 11: one alternative is null', undefined, '[null]', 'undeclared'],
    ['case 11: root malformed', '{bearer: []}', undefined, 'undeclared'],
    ['case 11: root malformed, operation right', 'bearer', '[{bearer: []}]', 'secured'],
  ] as const)('%s', async (_, root, own, state) => {
    expect(await stateOf(root, own)).toBe(state);
  });

  const values = [undefined, '[]', '[{}]', '[{bearer: []}]', '[{}, {bearer: []}]'];

  it('case 7: an operation’s own field replaces the root’s, whatever that says', async () => {
    for (const own of values.slice(1)) {
      const states = await Promise.all(values.map((root) => stateOf(root, own)));
      expect(new Set(states).size, own).toBe(1);
    }
  });

  it('is inherited in full by an operation that is silent', async () => {
    for (const value of values) expect(await stateOf(value, undefined)).toBe(await stateOf(undefined, value));
  });

  it.each(['3.0.0', '3.0.4', '3.1.1', '3.2.0'])('is the same in %s', async (version) => {
    expect(await stateOf('[bearer: []]', '[{}, {bearer: []}]', version)).toBe('optional');
    expect(await stateOf('[bearer: []]', undefined, version)).toBe('secured');
  });
});

describe('what a state asks for', () => {
  const root = 'security: [bearer: []]';

  it('case 1: a 401 for a secured operation', async () => {
    expect(await found(withOperation(responses, { root }))).toEqual(['missing-401: get']);
  });

  it.each([
    ['case 2: []', '[]'],
    ['case 3: [{}]', '[{}]'],
    ['case 4: [{}, {bearer: []}]', '[{}, {bearer: []}]'],
  ])('%s: no 401', async (_, own) => {
    expect(await found(withOperation(`security: ${own}\n${responses}`, { root }))).toEqual([]);
  });

  it('case 5: nothing below a root that is public on purpose', async () => {
    expect(await found(withOperation(responses, { root: 'security: []' }))).toEqual([]);
  });

  it('case 6: a word about security, not a 401, where nothing is said', async () => {
    expect(await found(withOperation(responses))).toEqual(['missing-security: paths']);
  });

  it.each(['null', '{}', 'bearer', '[bearer]', '[null]', '3'])('case 11: no cascade from a malformed value: %s', async (malformed) => {
    expect(await found(withOperation(`security: ${malformed}\n${responses}`, { root }))).toEqual([]);
    expect(await found(withOperation(responses, { root: `security: ${malformed}` }))).toEqual([]);
  });

  it('case 11: other operations keep their findings', async () => {
    const text = `openapi: 3.1.0\npaths:\n  /pets:\n    get: {security: null, ${responses}}\n    put: {security: [bearer: []], ${responses}}\n    post: {${responses}}\n${schemes}`;
    expect(await found(text)).toEqual(['missing-401: put', 'missing-security: post']);
  });

  it('case 29: nothing for OPTIONS', async () => {
    const text = (before: string) => `openapi: 3.1.0\n${before}paths:\n  /pets:\n    options: {${responses}}\n${schemes}`;
    expect(await found(text(''))).toEqual([]);
    expect(await found(text('security: [bearer: []]\n'))).toEqual([]);
  });

  it('case 29: a 401 for HEAD', async () => {
    expect(await found(`openapi: 3.1.0\n${root}\npaths:\n  /pets:\n    head: {${responses}}\n${schemes}`)).toEqual(['missing-401: head']);
  });

  it('an operation without any field is an operation', async () => {
    expect(await found(`openapi: 3.1.0\n${root}\npaths:\n  /pets:\n    get:\n${schemes}`)).toEqual(['missing-401: get']);
  });
});

describe('case 49: a description that declares no security anywhere', () => {
  const text = (more: string) =>
    `openapi: 3.1.0\npaths:\n  /pets:\n    get: {${responses}}\n    post: {${responses}}\n  /toys:\n    get: {${responses}${more}}\n`;

  it('gets one finding that names all its operations', async () => {
    const { findings } = await checked(text(''));
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-security']);
    expect(findings[0]?.operations.map(({ method, path }) => `${method} ${path}`)).toEqual(['get /pets', 'post /pets', 'get /toys']);
  });

  it('stands at the key of the paths, or of the version where there are none', async () => {
    expect(await found(text(''))).toEqual(['missing-security: paths']);
    expect(await found('openapi: 3.1.0\nwebhooks: {}\n')).toEqual([]);
  });

  it('is told apart from one that declares it for some', async () => {
    expect(await found(text(', security: []'))).toEqual(['missing-security: get', 'missing-security: post']);
  });
});
