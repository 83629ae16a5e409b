import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeclarePublicResult, OperationPlace, UndeclaredResult } from '../../server/protocol.ts';
import { TestClient, TestFolder } from './client.ts';
import { otherText } from './texts.ts';

const shopText = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /items:
    get:
      tags: [read]
      responses: {}
    put:
      tags: [write]
      security: [{ key: [] }]
      responses: {}
    post:
      tags: [write] # ours
      responses: {}
  /offers:
    $ref: ./offers.yaml
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
`;
const offersText = 'get: { tags: [read], responses: {} }\n';

let folder: TestFolder;
let client: TestClient;
let uri: string;
beforeEach(async () => {
  folder = new TestFolder({ 'offers.yaml': offersText });
  client = await TestClient.start({ folders: [folder.uri] });
  uri = folder.uriOf('shop.yaml');
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

function undeclared(of = uri): Promise<UndeclaredResult> {
  return client.connection.sendRequest('authLint/undeclared', { uri: of });
}

function declare(operations: readonly OperationPlace[]): Promise<DeclarePublicResult> {
  return client.connection.sendRequest('authLint/declarePublic', { uri, operations });
}

const namesOf = (result: UndeclaredResult) =>
  result?.map(({ name, operations }) => `${name}: ${operations.map(({ method, path }) => `${method} ${path}`).join(', ')}`);

test('the operations that say nothing are grouped by tag where all have one, else by path', async () => {
  await client.open(uri, shopText);
  expect(namesOf(await undeclared())).toEqual(['read: get /items, get /offers', 'write: post /items']);
  await client.replace(uri, '      tags: [read]\n', '');
  expect(namesOf(await undeclared())).toEqual(['/items: get /items, post /items', '/offers: get /offers']);
});

test('those that are chosen get an empty list, and nothing else changes', async () => {
  await client.open(uri, shopText);
  const [read] = (await undeclared()) ?? [];
  const edit = await declare(read?.operations ?? []);
  const closed = await client.apply(edit ?? undefined, (file) => folder.read(file));
  const text = client.document(uri).getText();
  expect(text).toBe(shopText.replace('tags: [read]\n', 'tags: [read]\n      security: []\n'));
  expect(closed.get(folder.uriOf('offers.yaml'))).toBe('get: { tags: [read], security: [], responses: {} }\n');
  expect(namesOf(await undeclared())?.[0]).toMatch(/write/);
});

test('a fragment stands for the description that it is part of', async () => {
  await client.open(uri, shopText);
  expect(await undeclared(folder.uriOf('offers.yaml'))).toEqual(await undeclared());
});

test('what was declared meanwhile is not declared twice', async () => {
  await client.open(uri, shopText);
  const operations = (await undeclared())?.flatMap((group) => group.operations) ?? [];
  await client.replace(uri, 'tags: [write] # ours\n', 'security: [{ key: [] }]\n');
  expect(await declare(operations)).toBeNull();
});

test('a file that is no description has no operations', async () => {
  await client.open(folder.uriOf('other.yaml'), otherText);
  expect(await undeclared(folder.uriOf('other.yaml'))).toBeNull();
});
