import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainCapabilities, TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, otherText, petsText, soundFragmentText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
let entry: string;
let fragment: string;
beforeEach(() => {
  folder = new TestFolder({ 'dogs-api.yaml': entryText, 'dogs.yaml': fragmentText });
  entry = folder.uriOf('dogs-api.yaml');
  fragment = folder.uriOf('dogs.yaml');
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

const finding = expect.objectContaining({
  code: 'missing-www-authenticate',
  severity: 2,
  range: { start: { line: 4, character: 4 }, end: { line: 4, character: 9 } },
});

test('findings in a closed fragment are pushed, and cleared when its last entry closes', async () => {
  client = await TestClient.start({ folders: [folder.uri] });
  await client.open(entry, entryText);
  expect(await client.pull(entry)).toEqual([]);
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, diagnostics: [finding] });
  await client.close(entry);
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, diagnostics: [] });
  expect(client.pushed(entry)).toBeUndefined();
});

test('with two entries a push stays until the second closes', async () => {
  const second = folder.write('more-dogs.yaml', entryText);
  client = await TestClient.start({ folders: [folder.uri] });
  await client.open(entry, entryText);
  await client.open(second, entryText);
  await client.pull(entry);
  await client.pull(second);
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 1);
  await client.nextStatus(second);
  await client.close(entry);
  await client.replace(second, 'title: Dogs', 'title: All dogs');
  await client.nextStatus(second);
  expect(client.pushed(fragment)).toEqual([finding]);
  await client.close(second);
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 0);
});

test('a push gives way to a pull while the fragment is open', async () => {
  client = await TestClient.start({ folders: [folder.uri] });
  await client.open(entry, entryText);
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 1);
  await client.open(fragment, fragmentText);
  expect(await client.pull(fragment)).toEqual([finding]);
  expect(client.pushed(fragment)).toEqual([]);
  await client.replace(fragment, 'description: No', 'description: Never');
  await client.nextStatus(fragment);
  expect(client.pushed(fragment)).toEqual([]);
  await client.close(fragment);
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, diagnostics: [finding] });
});

test('a change of the entry changes what is pushed for its fragment', async () => {
  client = await TestClient.start({ folders: [folder.uri] });
  await client.open(entry, entryText);
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 1);
  await client.replace(entry, './dogs.yaml', './cats.yaml');
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, diagnostics: [] });
});

test('a client without pull gets everything pushed, with the version it is of', async () => {
  client = await TestClient.start({ folders: [folder.uri], capabilities: plainCapabilities });
  const uri = folder.uriOf('pets.yaml');
  await client.open(uri, petsText);
  expect(await client.nextPush(uri)).toMatchObject({ version: 1, diagnostics: [{ code: 'missing-401' }] });
  await client.replace(uri, "'200'", "'401'");
  expect(await client.nextPush(uri)).toMatchObject({ version: 2, diagnostics: [{ code: 'missing-www-authenticate' }] });
  await client.replace(uri, '  - bearer: []', '  - bearer: []\n  - {}');
  await client.replace(uri, "'401'", "'200'");
  expect(await client.nextPush(uri, ({ version }) => version === 4)).toEqual({ uri, version: 4, diagnostics: [] });
  await client.close(uri);
});

test('a client without pull hears of fragments, open and closed', async () => {
  client = await TestClient.start({ folders: [folder.uri], capabilities: plainCapabilities });
  await client.open(entry, entryText);
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, diagnostics: [finding] });
  await client.open(fragment, soundFragmentText);
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, version: 1, diagnostics: [] });
  await client.close(fragment);
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, diagnostics: [finding] });
  await client.close(entry);
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, diagnostics: [] });
});

test('nothing is pushed for other YAML, nor for a fragment whose entry is not open', async () => {
  client = await TestClient.start({ folders: [folder.uri], capabilities: plainCapabilities });
  await client.open(folder.uriOf('other.yaml'), otherText);
  await client.open(fragment, fragmentText);
  await client.open(folder.uriOf('pets.yaml'), petsText);
  await client.nextPush(folder.uriOf('pets.yaml'));
  expect(client.pushed(folder.uriOf('other.yaml'))).toBeUndefined();
  expect(client.pushed(fragment)).toBeUndefined();
});

test('a document that stays open without being seen counts as closed, until it is pulled again', async () => {
  client = await TestClient.start({ folders: [folder.uri] });
  await client.open(entry, entryText);
  await client.pull(entry);
  await client.open(fragment, fragmentText);
  expect(await client.pull(fragment)).toHaveLength(1);
  await client.connection.sendNotification('authLint/hidden', { uris: [fragment] });
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, diagnostics: [finding] });
  await client.close(fragment);
  await client.connection.sendNotification('authLint/hidden', { uris: [entry] });
  expect(await client.nextPush(fragment)).toEqual({ uri: fragment, diagnostics: [] });
  await client.pull(entry);
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 1);
});
