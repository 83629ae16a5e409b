import { describe, expect, it } from 'vitest';
import { type HostSettings, Linter, type ReadResult } from '../../../linter/index.ts';
import { allRulesOn, missionFiles } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';

const header = 'headers: {WWW-Authenticate: {schema: {type: string}}}';
const right = `{description: No, ${header}}`;
const bare = '{description: No}';

/** A description whose only 401 is behind this reference. */
function entry(reference: string, more = ''): string {
  return `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets:\n    get:\n      responses:\n        '401': {$ref: ${JSON.stringify(reference)}}\n${schemes}${more}`;
}

/** `found` when the reference leads to the 401 without a header, otherwise what was said instead. */
async function follow(reference: string, files: Readonly<Record<string, string>>, more = ''): Promise<string> {
  const memory = missionFiles({ ...files, 'openapi.yaml': entry(reference, more) });
  const findings = await memory.findings('openapi.yaml');
  const [first] = findings;
  if (findings.length === 1 && first?.rule === 'missing-www-authenticate') return 'found';
  return findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n') || 'nothing';
}

describe('case 47: a reference leads to', () => {
  it.each([
    ['a component', '#/components/responses/No', {}, `  responses: {No: ${bare}}\n`],
    ['a whole file', 'no.yaml', { 'no.yaml': bare }],
    ['a whole file, with an empty fragment', 'no.yaml#', { 'no.yaml': bare }],
    ['a part of a file', './shared.yaml#/a/b', { 'shared.yaml': `a: {b: ${bare}}` }],
    ['a file in a folder below', 'deep/er/no.yaml', { 'deep/er/no.yaml': bare }],
    ['a file by way of a folder above', 'deep/../no.yaml', { 'no.yaml': bare }],
    ['a file with a blank in its name', 'my file.yaml', { 'my file.yaml': bare }],
    ['a file with an encoded blank in its name', 'my%20file.yaml', { 'my file.yaml': bare }],
    ['a file with # in its name', 'c%23.yaml', { 'c#.yaml': bare }],
    ['a file with ? in its name', 'what%3F.yaml', { 'what?.yaml': bare }],
    ['a file with % in its name', '100%25.yaml', { '100%.yaml': bare }],
    ['a file with letters beyond ASCII', 'gerät.yaml', { 'gerät.yaml': bare }],
    ['such a file, encoded', 'ger%C3%A4t.yaml', { 'gerät.yaml': bare }],
    ['a file with a query behind its name', 'no.yaml?v=2', { 'no.yaml': bare }],
    ['a file that is named with its scheme', 'file:///api/no.yaml', { 'no.yaml': bare }],
    ['a file by its absolute path', '/api/no.yaml', { 'no.yaml': bare }],
    ['a JSON file', 'no.json#/a', { 'no.json': '{"a": {"description": "No"}}' }],
    ['a key with a slash', 'shared.yaml#/a~1b', { 'shared.yaml': `a/b: ${bare}` }],
    ['a key with a tilde', 'shared.yaml#/a~0b', { 'shared.yaml': `a~b: ${bare}` }],
    ['a key that looks like an escape', 'shared.yaml#/a~01', { 'shared.yaml': `a~1: ${bare}` }],
    ['a key that is encoded', 'shared.yaml#/a%20%7Bb%7D', { 'shared.yaml': `"a {b}": ${bare}` }],
    ['a key that is encoded twice', 'shared.yaml#/%7E1pets', { 'shared.yaml': `/pets: ${bare}` }],
    ['a key that needs no encoding but has none', 'shared.yaml#/a {b}', { 'shared.yaml': `"a {b}": ${bare}` }],
    ['an empty key', 'shared.yaml#/', { 'shared.yaml': `"": ${bare}` }],
    ['a number as key', 'shared.yaml#/401', { 'shared.yaml': `401: ${bare}` }],
    ['an item of a list', 'shared.yaml#/list/1', { 'shared.yaml': `list: [x, ${bare}]` }],
    ['something behind a merge key', 'shared.yaml#/a/no', { 'shared.yaml': `x: &x {no: ${bare}}\na: {<<: *x}` }],
    ['something behind an alias', 'shared.yaml#/a/no', { 'shared.yaml': `x: &x {no: ${bare}}\na: *x` }],
    [
      'something behind a reference on the way',
      'shared.yaml#/a/no',
      { 'shared.yaml': "a: {$ref: 'other.yaml#/b'}", 'other.yaml': `b: {no: ${bare}}` },
    ],
    ['itself by its own name', 'openapi.yaml#/components/responses/No', {}, `  responses: {No: ${bare}}\n`],
    ['a chain of references', 'a.yaml', { 'a.yaml': '$ref: deep/b.yaml#/x', 'deep/b.yaml': "x: {$ref: '../c.yaml'}", 'c.yaml': bare }],
  ])('%s', async (_, reference, files, more = '') => {
    expect(await follow(reference, files as Record<string, string>, more)).toBe('found');
  });
});

describe('a reference that leads nowhere says why', () => {
  it.each([
    ['no such key', '#/components/responses/Nothing', {}, 'there is no “responses” at that place in openapi.yaml'],
    ['no such key in another file', 'shared.yaml#/a/b', { 'shared.yaml': 'a: {c: 1}' }, 'there is no “b” at that place in shared.yaml'],
    ['no such item', 'shared.yaml#/list/2', { 'shared.yaml': 'list: [1, 2]' }, 'there is no “2”'],
    ['no such item: a leading zero', 'shared.yaml#/list/01', { 'shared.yaml': 'list: [1, 2]' }, 'there is no “01”'],
    ['a key of a list', 'shared.yaml#/list/length', { 'shared.yaml': 'list: [1, 2]' }, 'there is no “length”'],
    ['a key of a text', 'shared.yaml#/a/length', { 'shared.yaml': 'a: text' }, 'there is no “length”'],
    ['a key that every object of JavaScript has', 'shared.yaml#/constructor', { 'shared.yaml': 'a: 1' }, 'there is no “constructor”'],
    ['no such file', 'nowhere.yaml', {}, 'there is no file nowhere.yaml'],
    ['an empty file', 'empty.yaml', { 'empty.yaml': '' }, 'a file in which nothing can be read'],
    ['an anchor instead of a pointer', '#Pet', {}, 'is no JSON pointer'],
    ['wrong percent-encoding of the file', '%E0%A4%A.yaml', {}, 'percent-encoding is wrong'],
    ['wrong percent-encoding of the fragment', '#/%E0%A4%A', {}, 'is no JSON pointer'],
    ['itself', 'a.yaml', { 'a.yaml': '$ref: a.yaml' }, 'leads in a circle'],
    ['a pair', 'a.yaml', { 'a.yaml': '$ref: b.yaml', 'b.yaml': '$ref: a.yaml' }, 'leads in a circle'],
    ['a circle on the way', 'a.yaml#/x/y', { 'a.yaml': "x: {$ref: '#/x'}" }, 'leads in a circle'],
    ['a circle that grows', 'a.yaml#/x', { 'a.yaml': "x: {$ref: '#/x/y'}" }, 'leads in a circle'],
    ['another machine', 'https://example.com/a.yaml', {}, 'never goes to the network'],
    ['another machine, without a scheme', '//example.com/a.yaml', {}, 'never goes to the network'],
    ['a name that is no address', 'urn:example:pets', {}, 'never goes to the network'],
  ])('%s', async (_, reference, files, reason) => {
    const said = await follow(reference, files as Record<string, string>);
    expect(said).toMatch(/^unresolved-reference: /);
    expect(said).toContain(reason);
    expect(said.split('\n')).toHaveLength(1);
  });

  it('and a broken file keeps what can be read of it', async () => {
    const said = await follow('shared.yaml#/no', { 'shared.yaml': `no: ${bare}\nbroken: [\n` });
    expect(said).toContain('missing-www-authenticate');
    expect(said).toContain('syntax-error');
  });
});

describe('what the reading port refuses', () => {
  const settings: HostSettings = { ...allRulesOn, below: { preset: 'minimal', rules: new Map() } };
  const read = (problem: ReadResult) => async (reference: string) => {
    const linter = new Linter({
      read: (uri) => (uri === 'file:///api/openapi.yaml' ? { text: entry(reference) } : problem),
      settings: () => settings,
    });
    const result = await linter.check('file:///api/openapi.yaml');
    return (result?.findings ?? []).map(({ rule, message }) => `${rule}: ${message}`).join('\n');
  };

  it('a file outside the folders that may be read', async () => {
    expect(await read({ problem: 'outside' })('../../../etc/passwd')).toMatch(
      /^unresolved-reference: .*outside the folders that may be read/,
    );
  });

  it('a folder, with what the port says of it', async () => {
    expect(await read({ problem: 'unreadable', detail: 'it is a folder' })('.')).toMatch(
      /^unresolved-reference: .*can't be read \(it is a folder\)/,
    );
  });

  it('a port that rejects is a file that can’t be read', async () => {
    const linter = new Linter({
      read: (uri) => (uri === 'file:///api/openapi.yaml' ? { text: entry('no.yaml') } : Promise.reject(new Error('disk on fire'))),
      settings: () => settings,
    });
    const result = await linter.check('file:///api/openapi.yaml');
    expect(result?.findings.map(({ message }) => message)).toEqual([expect.stringContaining('disk on fire')]);
  });

  it('an entry document that is not there is no description', async () => {
    const linter = new Linter({ read: () => ({ problem: 'missing' }), settings: () => settings });
    expect(await linter.check('file:///api/openapi.yaml')).toMatchObject({ api: undefined, problem: 'missing', findings: [] });
  });
});

describe('case 25: a description that names itself with $self', () => {
  const self = (uri: string) => ({
    base: entry('x').replace('openapi: 3.1.0', `openapi: 3.2.0\n$self: ${uri}`),
    more: `  responses: {No: ${bare}}\n`,
  });

  it.each([
    ['https://example.com/apis/pets', 'https://example.com/apis/pets#/components/responses/No'],
    ['https://example.com/apis/pets', 'pets#/components/responses/No'],
    ['https://example.com/apis/pets', '#/components/responses/No'],
    ['https://example.com/apis/pets', '../apis/pets#/components/responses/No'],
    ['https://example.com/apis/pets', '/apis/pets#/components/responses/No'],
  ])('%s is what %s leads to', async (uri, reference) => {
    const { base, more } = self(uri);
    const files = missionFiles({ 'openapi.yaml': base.replace('"x"', JSON.stringify(reference)) + more });
    expect((await files.findings('openapi.yaml')).map(({ rule }) => rule)).toEqual(['missing-www-authenticate']);
  });

  it('still finds the files beside it', async () => {
    const { base, more } = self('https://example.com/apis/pets');
    const files = missionFiles({ 'openapi.yaml': base.replace('"x"', '"no.yaml"') + more, 'no.yaml': right });
    expect(await files.findings('openapi.yaml')).toEqual([]);
  });
});
