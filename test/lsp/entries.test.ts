import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntriesResult, EntryPartsResult } from '../../server/protocol.ts';
import { TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, otherText, petsText } from './texts.ts';

const stateText = `openapi: 3.1.0
info: { title: States, version: '1' }
paths:
  /states:
    get: { security: [{ bearer: [] }], responses: { '401': { description: No, headers: { www-authenticate: { schema: { type: string } } } } } }
    put: { security: [{ bearer: [] }], responses: { '401': { description: No } } }
    post: { security: [{ bearer: [] }], responses: { default: { description: No } } }
    patch: { security: [{}, { bearer: [] }], responses: {} }
    head: { security: [], responses: {} }
    delete: { responses: {}, callbacks: { on: { '{$url}': { get: { responses: {} } } } } }
webhooks:
  called:
    post: { responses: {} }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`;

let folder: TestFolder;
let client: TestClient;
beforeEach(async () => {
  folder = new TestFolder({ 'dogs.yaml': fragmentText });
  client = await TestClient.start({ folders: [folder.uri], initializationOptions: { entries: true } });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

function entries(): Promise<EntriesResult> {
  return client.connection.sendRequest('authLint/entries');
}

function parts(uri: string): Promise<EntryPartsResult> {
  return client.connection.sendRequest('authLint/entryParts', { uri });
}

const changed = () => client.next('authLint/entriesChanged');

test('the entries that are open are listed, sorted, and nothing else', async () => {
  const [pets, other, dogs] = [folder.uriOf('pets.yaml'), folder.uriOf('other.yaml'), folder.uriOf('api.yaml')];
  await client.open(pets, petsText);
  await client.open(other, otherText);
  await client.open(dogs, entryText);
  expect(await entries()).toEqual([
    { uri: dogs, title: 'Dogs', version: '3.1.0', operations: 1 },
    { uri: pets, title: 'Pets', version: '3.1.0', operations: 1 },
  ]);
  await client.close(pets);
  expect((await entries()).map(({ uri }) => uri)).toEqual([dogs]);
});

test('each operation under paths has its state, and a place in the file that holds it', async () => {
  const uri = folder.uriOf('states.yaml');
  await client.open(uri, stateText);
  const { schemes, operations } = await parts(uri);
  expect(operations.map(({ method, coverage }) => `${method} ${coverage}`)).toEqual([
    'get challenge',
    'put bare',
    'post none',
    'patch optional',
    'head public',
    'delete undeclared',
  ]);
  expect(operations[0]).toMatchObject({
    path: '/states',
    schemes: ['bearer'],
    uri,
    range: { start: { line: 4, character: 4 }, end: { line: 4, character: 7 } },
  });
  expect(schemes).toMatchObject([{ name: 'bearer', type: 'http', operations: 4, uri }]);
});

test('an operation in another file has its place there', async () => {
  const uri = folder.uriOf('api.yaml');
  await client.open(uri, entryText);
  expect((await parts(uri)).operations).toMatchObject([
    { path: '/dogs', coverage: 'bare', uri: folder.uriOf('dogs.yaml'), range: { start: { line: 0, character: 0 } } },
  ]);
});

test('what is no checked entry has no parts', async () => {
  expect(await parts(folder.uriOf('dogs.yaml'))).toEqual({ schemes: [], operations: [] });
});

test('the client hears of every edit that gives another result, and of nothing else', async () => {
  const uri = folder.uriOf('pets.yaml');
  await client.open(uri, petsText);
  await changed();
  await client.replace(uri, "'200'", "'401'");
  await changed();
  expect((await parts(uri)).operations).toMatchObject([{ coverage: 'bare' }]);
  const heard = client.messages.filter(({ method }) => method === 'authLint/entriesChanged').length;
  await client.open(folder.uriOf('other.yaml'), otherText);
  await client.pull(folder.uriOf('other.yaml'));
  await client.close(uri);
  await changed();
  expect(client.messages.filter(({ method }) => method === 'authLint/entriesChanged').length).toBe(heard + 1);
});

test('a client that did not ask for it hears nothing', async () => {
  const plain = await TestClient.start({ folders: [folder.uri], initializationOptions: { status: true } });
  await plain.open(folder.uriOf('pets.yaml'), petsText);
  await plain.nextStatus(folder.uriOf('pets.yaml'));
  await plain.close(folder.uriOf('pets.yaml'));
  await plain.nextPush(folder.uriOf('pets.yaml'));
  expect(plain.messages.some(({ method }) => method === 'authLint/entriesChanged')).toBe(false);
  await plain.stop();
});
