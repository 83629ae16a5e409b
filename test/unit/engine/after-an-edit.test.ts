import { describe, expect, it } from 'vitest';
import type { EntryResult } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

const description = `openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200': {description: The pets}
        '401': {$ref: '#/components/responses/Unauthorized'}
  /owners:
    get:
      operationId: listOwners
      responses:
        '200': {description: The owners}
  /keepers:
    $ref: keepers.yaml
components:
  responses:
    Unauthorized:
      description: Who are you?
  schemas:
    Pet:
      type: object
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
`;

const keepers = "get:\n  operationId: listKeepers\n  responses:\n    '200': {description: The keepers}\n";

/** An open description; `edit` gives the result before and after the first occurrence of a text is replaced. */
async function opened() {
  const files = new MemoryFiles({ 'openapi.yaml': description, 'keepers.yaml': keepers });
  const texts = new Map([
    ['openapi.yaml', description],
    ['keepers.yaml', keepers],
  ]);
  for (const [path, text] of texts) files.linter.openDocument(uriOf(path), text, 1);
  let before = await files.check('openapi.yaml');
  return async (find: string, replacement: string, path = 'openapi.yaml') => {
    const text = (texts.get(path) ?? '').replace(find, replacement);
    texts.set(path, text);
    files.linter.openDocument(uriOf(path), text, 2);
    const [earlier, after] = [before, await files.check('openapi.yaml')];
    before = after;
    return changedOperations(earlier, after);
  };
}

/** The ids of the operations that are new objects. */
function changedOperations(before: EntryResult, after: EntryResult): readonly (string | undefined)[] {
  const known = new Set(before.api?.operations);
  return (after.api?.operations ?? []).filter((operation) => !known.has(operation)).map(({ id }) => id);
}

describe('after an edit only these operations are read again:', () => {
  it('the one that it is in', async () => {
    const edit = await opened();
    expect(await edit('The owners', 'All owners')).toEqual(['listOwners']);
  });

  it('none, when nobody has looked at what changed', async () => {
    const edit = await opened();
    expect(await edit('type: object', 'type: string')).toEqual([]);
    expect(await edit('title: Pets', 'title: Dogs')).toEqual([]);
  });

  it('those that refer to a shared response which it changes', async () => {
    const edit = await opened();
    expect(await edit('Who are you?', 'No valid token')).toEqual(['listPets']);
  });

  it('those in a file that it changes', async () => {
    const edit = await opened();
    expect(await edit('The keepers', 'All keepers', 'keepers.yaml')).toEqual(['listKeepers']);
  });

  it('all, when it changes what they inherit', async () => {
    const edit = await opened();
    expect(await edit('scheme: bearer', 'scheme: basic')).toEqual(['listPets', 'listOwners', 'listKeepers']);
    expect(await edit('security:', 'tags:')).toEqual(['listPets', 'listOwners', 'listKeepers']);
  });

  it('those that refer to something that it brings or takes away', async () => {
    const edit = await opened();
    expect(await edit('    Unauthorized:', '    Other:')).toEqual(['listPets']);
    expect(await edit('    Other:', '    Unauthorized:')).toEqual(['listPets']);
  });

  it('those behind it in the text not, though they stand elsewhere', async () => {
    const edit = await opened();
    expect(await edit('operationId: listPets', 'operationId: listPets\n      summary: More lines\n      deprecated: true')).toEqual([
      'listPets',
    ]);
  });
});

it('findings that an edit moves are where the text is', async () => {
  const files = new MemoryFiles({ 'openapi.yaml': description, 'keepers.yaml': keepers });
  const marked = async (text: string) => {
    files.linter.openDocument(uriOf('openapi.yaml'), text, 1);
    const { findings } = await files.check('openapi.yaml');
    return findings
      .filter(({ file }) => file === uriOf('openapi.yaml'))
      .map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`);
  };
  const before = await marked(description);
  expect(before).toContain('missing-401: get');
  expect(await marked(description.replace('info:', '# A comment more\ninfo:'))).toEqual(before);
});

it('a fix that was not asked for before an edit is made for the text after it', async () => {
  const files = new MemoryFiles({ 'openapi.yaml': description, 'keepers.yaml': keepers });
  files.linter.openDocument(uriOf('openapi.yaml'), description, 1);
  await files.check('openapi.yaml');
  const text = description.replace('    Unauthorized:', '    Rejected:').replaceAll('responses/Unauthorized', 'responses/Rejected');
  files.linter.openDocument(uriOf('openapi.yaml'), text, 2);
  const { findings } = await files.check('openapi.yaml');
  const fix = findings.find(({ rule, message }) => rule === 'missing-401' && message.includes('/owners'))?.fixes[0];
  expect(JSON.stringify(fix?.edits())).toContain('responses/Rejected');
});

describe('what was found before an edit', () => {
  it('has no fixes any more, whether they were asked for or not', async () => {
    const files = new MemoryFiles({ 'openapi.yaml': description, 'keepers.yaml': keepers });
    files.linter.openDocument(uriOf('openapi.yaml'), description, 1);
    const { findings } = await files.check('openapi.yaml');
    const [asked, other] = findings.filter(({ rule }) => rule === 'missing-401');
    const [fix] = asked?.fixes ?? [];
    files.linter.openDocument(uriOf('openapi.yaml'), description.replace('The owners', 'All'), 2);
    expect(fix?.edits()).toEqual([]);
    expect(other?.fixes).toEqual([]);
  });
});

describe('after an edit nothing is left of', () => {
  const secured = `openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [{bearer: []}]
components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}
paths:
`;
  /** What is found after each of some states of the files, with the paths of the files that it depends on. */
  async function states(...all: readonly Readonly<Record<string, string>>[]) {
    const files = new MemoryFiles({});
    const found = [];
    let open = '';
    for (const state of all) {
      for (const [path, text] of Object.entries(state)) {
        if (path === 'openapi.yaml') open = text;
        else files.write(path, text);
      }
      files.linter.openDocument(uriOf('openapi.yaml'), open, found.length);
      const result = await files.check('openapi.yaml');
      const fresh = new MemoryFiles(Object.fromEntries([...files.texts].map(([uri, text]) => [uri.slice('file:///api/'.length), text])));
      fresh.linter.openDocument(uriOf('openapi.yaml'), open, 1);
      const expected = await fresh.check('openapi.yaml');
      const told = ({ findings, files: depends }: EntryResult) => [
        findings.map(({ rule, message, pointer }) => [rule, message, pointer]),
        depends,
      ];
      found.push([told(result), told(expected)]);
    }
    return found;
  }

  it('the path that a path item stood at', async () => {
    const text = `${secured}  /a:\n    get: {responses: {'200': {description: Yes}}}\n`;
    for (const [after, expected] of await states({ 'openapi.yaml': text }, { 'openapi.yaml': text.replace('paths:', 'webhooks:') }))
      expect(after).toEqual(expected);
  });

  it('a file that names itself', async () => {
    const root = `${secured}  /a: {$ref: 'a.yaml#/p'}\n  /b: {get: {responses: {'401': {$ref: 'a.yaml#/r'}}}}\n`;
    const fragment = (header: string) => `p: {get: {responses: {'401': {$ref: 'a.yaml#/r'}}}}\nr: {description: No${header}}\n`;
    const all = [
      { 'openapi.yaml': root, 'a.yaml': fragment('') },
      { 'a.yaml': fragment(', headers: {WWW-Authenticate: {schema: {type: string}}}') },
    ];
    for (const [after, expected] of await states(...all)) expect(after).toEqual(expected);
  });

  it('a file that is not referred to any more', async () => {
    const fragment = (response: string) => `p: {get: {responses: {'401': ${response}}}}\n`;
    const start = {
      'openapi.yaml': `${secured}  /a: {$ref: 'a.yaml#/p'}\n`,
      'a.yaml': fragment("{$ref: 'b.yaml#/r'}"),
      'b.yaml': 'r:\n  description: [x\n',
    };
    for (const [after, expected] of await states(start, { 'a.yaml': fragment('{description: No}') })) expect(after).toEqual(expected);
  });
});

it.each(['    # auth-lint-ignore-next-line missing-401\n', '\n    # auth-lint-ignore-next-line missing-401\n'])(
  'a comment that is put before the first method at once is heard: %j',
  async (comment) => {
    const files = new MemoryFiles({ 'openapi.yaml': description, 'keepers.yaml': keepers });
    const suppressed = async (text: string) => {
      files.linter.openDocument(uriOf('openapi.yaml'), text, 1);
      return (await files.check('openapi.yaml')).suppressed.map(({ rule }) => rule);
    };
    expect(await suppressed(description)).toEqual([]);
    expect(await suppressed(description.replace('    get:\n      operationId: listOwners', `${comment}$&`))).toEqual(['missing-401']);
  },
);
