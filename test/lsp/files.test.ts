import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, soundFragmentText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
let entry: string;
let fragment: string;
beforeEach(async () => {
  folder = new TestFolder({ 'dogs-api.yaml': entryText, 'dogs.yaml': fragmentText });
  entry = folder.uriOf('dogs-api.yaml');
  fragment = folder.uriOf('dogs.yaml');
  client = await TestClient.start({ folders: [folder.uri] });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function tell(uri: string, type: FileChangeType): Promise<void> {
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
}

/** What an entry says whose path item is `reference`. */
async function messageFor(reference: string): Promise<string | undefined> {
  await client.open(entry, entryText.replace('./dogs.yaml', JSON.stringify(reference)));
  const [diagnostic] = await client.pull(entry);
  await client.close(entry);
  return diagnostic?.code === 'unresolved-reference' ? String(diagnostic.message) : undefined;
}

test('a changed file is checked again', async () => {
  await client.open(entry, entryText);
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 1);
  folder.write('dogs.yaml', soundFragmentText);
  await tell(fragment, FileChangeType.Changed);
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 0);
});

test('a file that comes and goes concerns the open entry', async () => {
  await client.open(entry, entryText.replace('./dogs.yaml', './new/cats.yaml'));
  expect(await client.pull(entry)).toMatchObject([{ code: 'unresolved-reference' }]);
  const cats = folder.write('new/cats.yaml', soundFragmentText);
  await tell(cats, FileChangeType.Created);
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(entry)).toEqual([]);
  folder.remove();
  await tell(folder.uriOf('new'), FileChangeType.Deleted);
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(entry)).toMatchObject([{ code: 'unresolved-reference' }]);
});

test('a new workspace folder may be read', async () => {
  const second = new TestFolder({ 'dogs.yaml': soundFragmentText });
  const text = entryText.replace('./dogs.yaml', second.uriOf('dogs.yaml'));
  await client.open(entry, text);
  expect(await client.pull(entry)).toMatchObject([{ code: 'unresolved-reference' }]);
  const change = { added: [{ uri: second.uri, name: 'second' }], removed: [] };
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: change });
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(entry)).toEqual([]);
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: change.added } });
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(entry)).toMatchObject([{ code: 'unresolved-reference' }]);
  second.remove();
});

test('files outside the workspace are not read, whatever way leads there', async () => {
  const outside = new TestFolder({ 'dogs.yaml': fragmentText });
  symlinkSync(outside.path, join(folder.path, 'link'));
  symlinkSync(join(outside.path, 'dogs.yaml'), join(folder.path, 'link.yaml'));
  symlinkSync(join(folder.path, 'dogs.yaml'), join(folder.path, 'inner.yaml'));
  const place = outside.path.split('/').at(-1);
  const refused = await messageFor(`../${place}/dogs.yaml`);
  expect(refused).toContain('outside');
  expect(await messageFor('./link/dogs.yaml')).toContain('outside');
  expect(await messageFor('./link.yaml')).toContain('outside');
  expect(await messageFor(outside.uriOf('dogs.yaml'))).toContain('outside');
  expect(await messageFor(`../${place}/missing.yaml`)).toContain('outside');
  expect(await messageFor('./inner.yaml')).toBeUndefined();
  outside.remove();
});

test('folders, binary files and what is on other machines are no texts', async () => {
  folder.write('binary.yaml', 'get: \u0000\u0001');
  folder.write('folder/in-it.yaml', '');
  for (const reference of ['./folder', './binary.yaml', './missing.yaml', 'https://example.test/dogs.yaml']) {
    expect(await messageFor(reference), reference).toBeTypeOf('string');
  }
  expect(client.messages.some(({ method }) => method === 'authLint/readFile')).toBe(false);
});

test('UTF-16 and byte order marks are understood', async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(fragmentText, 'utf16le')]);
  folder.write('dogs.yaml', bytes as unknown as string);
  await client.open(entry, entryText);
  expect((await client.nextPush(fragment)).diagnostics).toMatchObject([{ range: { start: { line: 4, character: 4 } } }]);
  folder.write('dogs.yaml', `\ufeff${fragmentText.replace('get:', 'get: # all')}`);
  await tell(fragment, FileChangeType.Changed);
  await client.replace(entry, 'title: Dogs', 'title: All dogs');
  await client.nextStatus(entry);
  expect(client.pushed(fragment)).toMatchObject([{ range: { start: { line: 4, character: 4 } } }]);
});

test('without workspace folders, what lies beside or below the open entry is read', async () => {
  const alone = await TestClient.start();
  folder.write('below/cats.yaml', fragmentText);
  await alone.open(
    entry,
    entryText.replace('components:', '  /cats: { $ref: ./below/cats.yaml }\n  /cows: { $ref: ../cows.yaml }\ncomponents:'),
  );
  expect(await alone.pull(entry)).toMatchObject([{ code: 'unresolved-reference', message: expect.stringContaining('outside') }]);
  await alone.nextPush(folder.uriOf('below/cats.yaml'), ({ diagnostics }) => diagnostics.length === 1);
  expect(alone.pushed(fragment)).toHaveLength(1);
  await alone.stop();
});

test('without workspace folders, an entry that is opened later may read what lies beside it', async () => {
  const alone = await TestClient.start();
  folder.write('cows.yaml', fragmentText);
  const cats = folder.write('cats-api/api.yaml', entryText.replace('./dogs.yaml', '../cows.yaml'));
  await alone.open(cats, entryText.replace('./dogs.yaml', '../cows.yaml'));
  expect(await alone.pull(cats)).toMatchObject([{ code: 'unresolved-reference' }]);
  await alone.open(entry, entryText.replace('./dogs.yaml', './cows.yaml'));
  expect(await alone.pull(entry)).toEqual([]);
  await alone.stop();
});

test('files of other schemes are read by the client', async () => {
  const files: Readonly<Record<string, unknown>> = {
    'vfs:/api/dogs.yaml': { text: fragmentText },
    'vfs:/api/gone.yaml': { problem: 'missing' },
  };
  const answers = { 'authLint/readFile': ({ uri }: { uri: string }) => files[uri] };
  const virtual = await TestClient.start({ folders: ['vfs:/api'], answers });
  const text = entryText.replace('components:', '  /cats: { $ref: ./gone.yaml }\ncomponents:');
  await virtual.open('vfs:/api/openapi.yaml', text);
  expect(await virtual.pull('vfs:/api/openapi.yaml')).toMatchObject([{ code: 'unresolved-reference' }]);
  expect((await virtual.nextPush('vfs:/api/dogs.yaml')).diagnostics).toMatchObject([{ code: 'missing-www-authenticate' }]);
  await virtual.stop();
});

test('a client that cannot read files leaves references unresolved', async () => {
  const answers = {
    'authLint/readFile': () => {
      throw new Error('no such method');
    },
  };
  const virtual = await TestClient.start({ folders: ['vfs:/api'], answers });
  await virtual.open('vfs:/api/openapi.yaml', entryText);
  expect(await virtual.pull('vfs:/api/openapi.yaml')).toMatchObject([{ code: 'unresolved-reference' }]);
  await virtual.stop();
});
