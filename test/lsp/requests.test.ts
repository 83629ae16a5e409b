import { afterEach, beforeEach, expect, test } from 'vitest';
import { CancellationTokenSource, DocumentDiagnosticRequest, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import type { CheckFileResult, FixAllResult, RulesResult } from '../../server/protocol.ts';
import { TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, otherText, petsText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
beforeEach(async () => {
  folder = new TestFolder({ 'pets.yaml': petsText, 'dogs-api.yaml': entryText, 'dogs.yaml': fragmentText, 'other.yaml': otherText });
  client = await TestClient.start({ folders: [folder.uri] });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function checkFile(name: string): Promise<CheckFileResult> {
  return await client.connection.sendRequest('authLint/checkFile', { uri: folder.uriOf(name) });
}

test('a cancelled pull is answered at once, and the next one as ever', async () => {
  let answer: (result: unknown) => void = () => undefined;
  const answers = { 'authLint/readFile': () => new Promise((resolve) => (answer = resolve)) };
  const virtual = await TestClient.start({ folders: ['vfs:/api'], answers });
  const uri = 'vfs:/api/openapi.yaml';
  await virtual.open(uri, entryText);
  const source = new CancellationTokenSource();
  const pull = virtual.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, source.token);
  await virtual.next('authLint/readFile');
  source.cancel();
  await expect(pull).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  const again = virtual.pull(uri);
  answer({ text: fragmentText });
  expect(await again).toEqual([]);
  await virtual.stop();
});

test('a text that changes while files are read is answered as it is then', async () => {
  let answer: (result: unknown) => void = () => undefined;
  const answers = { 'authLint/readFile': () => new Promise((resolve) => (answer = resolve)) };
  const virtual = await TestClient.start({ folders: ['vfs:/api'], answers });
  const uri = 'vfs:/api/openapi.yaml';
  await virtual.open(uri, entryText);
  const pull = virtual.pull(uri);
  await virtual.next('authLint/readFile');
  await virtual.change(uri, [{ text: petsText }]);
  answer({ text: fragmentText });
  expect(await pull).toMatchObject([{ code: 'missing-401', range: virtual.rangeOf(uri, 'get') }]);
  await virtual.stop();
});

test('everybody waits for a check that is under way', async () => {
  let answer: (result: unknown) => void = () => undefined;
  const answers = {
    'authLint/readFile': () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  };
  const virtual = await TestClient.start({ folders: ['vfs:/api'], answers });
  const text = entryText.replace('components:', '  /cats: { $ref: ./cats.yaml }\ncomponents:');
  await virtual.open('vfs:/api/openapi.yaml', text);
  await virtual.open('vfs:/api/dogs.yaml', fragmentText);
  const pull = virtual.pull('vfs:/api/openapi.yaml');
  await virtual.next('authLint/readFile');
  const pullOfFragment = virtual.pull('vfs:/api/dogs.yaml');
  await virtual.connection.sendRequest('authLint/rules');
  answer({ text: fragmentText });
  expect(await pull).toEqual([]);
  expect(await pullOfFragment).toHaveLength(1);
  await virtual.nextPush('vfs:/api/cats.yaml', ({ diagnostics }) => diagnostics.length === 1);
  await virtual.stop();
});

test('a file is checked on demand', async () => {
  await client.open(folder.uriOf('pets.yaml'), petsText);
  expect(await checkFile('pets.yaml')).toEqual({
    role: 'entry',
    enabled: true,
    entries: ['pets.yaml'],
    counts: { error: 0, warning: 1, info: 0 },
    milliseconds: expect.any(Number),
  });
  expect(await checkFile('other.yaml')).toMatchObject({ role: 'none', entries: [] });
  expect(await checkFile('missing.yaml')).toMatchObject({ role: 'none' });
  expect(await checkFile('dogs.yaml')).toMatchObject({ role: 'none' });
  await client.open(folder.uriOf('dogs-api.yaml'), entryText);
  expect(await checkFile('dogs.yaml')).toMatchObject({ role: 'fragment', entries: ['dogs-api.yaml'], counts: { warning: 1 } });
});

test('a closed entry that was checked on demand keeps what was found', async () => {
  expect(await checkFile('pets.yaml')).toMatchObject({ role: 'entry', counts: { warning: 1 } });
  await client.nextPush(folder.uriOf('pets.yaml'), ({ diagnostics }) => diagnostics.length === 1);
});

test('all of a file is fixed on demand', async () => {
  const uri = folder.uriOf('pets.yaml');
  await client.open(uri, petsText);
  const edit = await client.connection.sendRequest<FixAllResult>('authLint/fixAll', { uri });
  expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
  await client.apply(edit ?? undefined);
  expect(await client.pull(uri)).toEqual([]);
  expect(await client.connection.sendRequest<FixAllResult>('authLint/fixAll', { uri })).toBeNull();
  expect(await client.connection.sendRequest<FixAllResult>('authLint/fixAll', { uri: folder.uriOf('other.yaml') })).toBeNull();
});

test('the rules are listed', async () => {
  const rules = await client.connection.sendRequest<RulesResult>('authLint/rules');
  expect(rules.map(({ id }) => id)).toContain('missing-401');
  for (const rule of rules) expect(rule).toEqual({ id: expect.any(String), summary: expect.any(String), category: expect.any(String) });
});

test('the status says what a document is, and what was found', async () => {
  const fragment = folder.uriOf('dogs.yaml');
  await client.open(folder.uriOf('dogs-api.yaml'), entryText);
  await client.open(fragment, fragmentText);
  await client.pull(fragment);
  expect(await client.nextStatus(fragment)).toEqual({
    uri: fragment,
    state: 'idle',
    role: 'fragment',
    entries: ['dogs-api.yaml'],
    counts: { error: 0, warning: 1, info: 0 },
    milliseconds: expect.any(Number),
    preset: 'recommended',
    rules: expect.any(Number),
  });
  await client.change(folder.uriOf('dogs-api.yaml'), [{ text: otherText }]);
  expect(await client.nextStatus(fragment)).toMatchObject({ role: 'none', entries: [], counts: { warning: 0 } });
});

test('the status of a fragment names every description that it is part of, and its findings are counted once', async () => {
  const fragment = folder.uriOf('dogs.yaml');
  await client.open(folder.uriOf('dogs-api.yaml'), entryText);
  await client.open(folder.uriOf('other-api.yaml'), entryText);
  await client.open(fragment, fragmentText);
  expect(await client.nextStatus(fragment, ({ entries }) => entries.length === 2)).toMatchObject({
    role: 'fragment',
    entries: ['dogs-api.yaml', 'other-api.yaml'],
    counts: { error: 0, warning: 1, info: 0 },
  });
});

test('the status is told only to clients that want it', async () => {
  const other = await TestClient.start({ folders: [folder.uri], initializationOptions: {} });
  await other.open(folder.uriOf('dogs-api.yaml'), entryText);
  await other.nextPush(folder.uriOf('dogs.yaml'));
  await other.close(folder.uriOf('dogs-api.yaml'));
  await other.nextPush(folder.uriOf('dogs.yaml'));
  expect(other.messages.some(({ method }) => method === 'authLint/status')).toBe(false);
  await other.stop();
});

test('malformed requests are answered, and the server goes on', async () => {
  for (const method of [
    'authLint/checkFile',
    'authLint/fixAll',
    'textDocument/codeAction',
    'textDocument/diagnostic',
    'codeAction/resolve',
  ]) {
    await client.connection.sendRequest(method, {}).catch((error: unknown) => error);
  }
  await client.next('window/logMessage', ({ message }) => message.includes('textDocument/diagnostic') && message.includes('TypeError'));
  await client.open(folder.uriOf('pets.yaml'), petsText);
  expect(await client.pull(folder.uriOf('pets.yaml'))).toHaveLength(1);
});

test('a closed file that changed without a word is edited as it is now', async () => {
  const entry = folder.uriOf('dogs-api.yaml');
  const fragment = folder.uriOf('dogs.yaml');
  const bare = 'get:\n  responses:\n    "200": { description: The dogs }\n';
  await client.open(entry, entryText);
  await client.open(fragment, bare);
  expect(await client.pull(fragment)).toMatchObject([{ code: 'missing-401' }]);
  await client.close(entry);
  const now = `# changed meanwhile\n${entryText}`;
  folder.write('dogs-api.yaml', now);
  const edit: FixAllResult = await client.connection.sendRequest('authLint/fixAll', { uri: fragment });
  const edited = (await client.apply(edit ?? undefined, () => now)).get(entry);
  expect(edited).toContain(`${now}  responses:\n    Unauthorized:\n`);
});
