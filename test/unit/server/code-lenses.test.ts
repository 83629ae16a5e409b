import { describe, expect, it } from 'vitest';
import { authLenses, toCodeLens } from '../../../server/features/code-lenses.ts';
import { showLocationsCommand } from '../../../server/protocol.ts';
import { uriOf } from '../../support/memory-files.ts';
import { described } from './hovered.ts';

const text = `openapi: 3.1.0
security: [{bearer: []}]
paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/components/responses/Unauthorized'}
    put:
      responses:
        '401': {description: No}
    post:
      responses:
        default: {description: No}
    patch: {}
    delete: {security: []}
    head: {security: [{}, {key: [], bearer: []}, {key: []}]}
    trace: {security: [{certificate: []}]}
    options:
      security: [{certificate: []}]
      responses:
        '401': {description: No}
      callbacks: {done: {/done: {post: {}}}}
components:
  responses:
    Unauthorized: {description: No, headers: {WWW-Authenticate: {schema: {type: string}}}}
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    key: {type: apiKey, in: header, name: X-Key}
    certificate: {type: mutualTLS}
    unused: {type: mutualTLS}
`;

/** The lenses of a file as `text below: title`. */
async function lenses(
  files: Readonly<Record<string, string>>,
  { path = 'openapi.yaml', entries = ['openapi.yaml'], icons = false } = {},
): Promise<readonly string[]> {
  const { memory, models } = await described(files, entries);
  const nameOf = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);
  const found = authLenses({ models, uri: uriOf(path), nameOf, icons });
  return found.map(({ range, title }) => `${memory.text(path).slice(range.start, range.end)}: ${title.replaceAll('\u00a0', ' ')}`);
}

describe('code lenses', () => {
  it('say how things stand with operations, and who uses schemes', async () => {
    expect(await lenses({ 'openapi.yaml': text })).toEqual([
      'get: bearer · 401 · challenge',
      'put: bearer · 401 · no challenge',
      'post: bearer · 401 as default',
      'patch: bearer · no 401',
      'delete: public',
      'head: key and bearer or key, optional · no 401',
      'trace: certificate',
      'options: certificate · 401',
      'bearer: used by 5 operations',
      'key: used by 1 operation',
      'certificate: used by 2 operations',
      'unused: used by no operation',
    ]);
  });

  it('say the same with icons where the client shows them', async () => {
    const [get, put, post, , remove, head] = await lenses({ 'openapi.yaml': text }, { icons: true });
    expect(get).toBe('get: $(lock) bearer · $(check) 401 · $(check) challenge');
    expect(put).toBe('put: $(lock) bearer · $(check) 401 · $(x) no challenge');
    expect(post).toBe('post: $(lock) bearer · $(info) 401 as default');
    expect(remove).toBe('delete: $(globe) public');
    expect(head).toBe('head: $(unlock) key and bearer or key, optional · $(x) no 401');
    const named = text.replaceAll('bearer: ', "'$(bug)': ");
    expect(await lenses({ 'openapi.yaml': named }, { icons: true })).toContain('patch: $(lock) \\$(bug) · $(x) no 401');
    const undeclared = await lenses({ 'openapi.yaml': text.replace('security: [{bearer: []}]\n', '') }, { icons: true });
    expect(undeclared[3]).toBe('patch: $(question) security not declared');
  });

  it('are several above what several descriptions see in another way', async () => {
    const entry = (security: string) => `openapi: 3.1.0\nsecurity: ${security}\npaths: {/pets: {$ref: pets.yaml}}\n`;
    const pets = "get: {responses: {'401': {description: No}}}\n";
    const at = (a: string, b: string) =>
      lenses({ 'a.yaml': entry(a), 'b.yaml': entry(b), 'pets.yaml': pets }, { path: 'pets.yaml', entries: ['a.yaml', 'b.yaml'] });
    expect(await at('[]', '[]')).toEqual(['get: public · 401']);
    expect(await at('[]', '[{key: []}]')).toEqual(['get: a.yaml: public · 401', 'get: b.yaml: key · 401 · no challenge']);
  });

  it('lead to what decides, where the client can show it', async () => {
    const { models, texts } = await described({ 'openapi.yaml': text });
    const uri = uriOf('openapi.yaml');
    const [first] = authLenses({ models, uri, nameOf: () => '', icons: false });
    if (!first) throw new Error('there is no lens');
    expect(toCodeLens(first, uri, texts, []).command).toEqual({ title: 'bearer · 401 · challenge', command: '' });
    const { command } = toCodeLens(first, uri, texts, [showLocationsCommand]);
    expect(command?.command).toBe(showLocationsCommand);
    const [{ position, locations }] = command?.arguments ?? [];
    expect(position).toEqual({ line: 4, character: 4 });
    // The root's security, the scheme, the 401, the response, its header.
    expect(locations.map(({ range }: { range: { start: { line: number } } }) => range.start.line)).toEqual([1, 26, 6, 24, 24]);
  });
});
