import { afterEach, expect, test } from 'vitest';
import { type Hover, HoverRequest } from 'vscode-languageserver-protocol/node';
import { type ClientOptions, plainCapabilities, TestClient, TestFolder } from './client.ts';
import { entryText, petsText, soundFragmentText } from './texts.ts';

const uri = 'untitled:pets';

let client: TestClient;
afterEach(() => client.stop());

async function over(text: string, document = uri): Promise<Hover | null> {
  const { start } = client.rangeOf(document, text);
  return await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: document }, position: start });
}

async function start(options: ClientOptions = {}): Promise<void> {
  client = await TestClient.start(options);
}

test('tells what a place is to authentication, in Markdown', async () => {
  await start();
  await client.open(uri, petsText);
  const hover = await over('get:');
  expect(hover?.range).toEqual(client.rangeOf(uri, 'get'));
  expect(hover?.contents).toMatchObject({ kind: 'markdown' });
  expect(hover?.contents).toHaveProperty('value', expect.stringMatching(/^\*\*`GET \/pets`\*\*\n\nNeeds `bearer` \(HTTP/));
});

test('does not repeat what a finding says there', async () => {
  await start();
  await client.open(uri, petsText);
  expect((await client.pull(uri)).map(({ code }) => code)).toEqual(['missing-401']);
  expect(JSON.stringify(await over('get:'))).not.toContain('No response is described');
});

test('is plain text for clients that want that', async () => {
  await start({ capabilities: plainCapabilities });
  await client.open(uri, petsText);
  expect((await over('get:'))?.contents).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/^GET \/pets\n/) });
});

test('is nowhere else, and in no file that is no description', async () => {
  await start();
  await client.open(uri, petsText);
  expect(await over('title:')).toBeNull();
  expect(await over('description:')).toBeNull();
  await client.open('untitled:other', 'get: {security: []}\n');
  expect(await over('security', 'untitled:other')).toBeNull();
});

test('is not where the linter is off', async () => {
  await start({ settings: () => ({ enable: false }) });
  await client.open(uri, petsText);
  expect(await over('get:')).toBeNull();
});

test('names descriptions in several folders apart', async () => {
  const item = "openapi: 3.1.0\nsecurity: []\npaths: {/pets: {$ref: '../shared/pets.yaml'}}\n";
  const folder = new TestFolder({ 'a/api.yaml': item, 'b/api.yaml': item.replace('security: []\n', ''), 'shared/pets.yaml': 'get: {}\n' });
  try {
    await start({ folders: ['a', 'b', 'shared'].map((name) => folder.uriOf(name)) });
    for (const name of ['a/api.yaml', 'b/api.yaml', 'shared/pets.yaml'])
      await client.open(folder.uriOf(name), folder.read(folder.uriOf(name)));
    const hover = JSON.stringify(await over('get', folder.uriOf('shared/pets.yaml')));
    expect(hover).toMatch(/As a part of `a\/api\.yaml`:.*As a part of `b\/api\.yaml`:/);
  } finally {
    folder.remove();
  }
});

test('follows the text, and is in fragments what the descriptions make of them', async () => {
  await start();
  const folder = new TestFolder({ 'openapi.yaml': entryText });
  try {
    await client.open(folder.uriOf('openapi.yaml'), entryText);
    const dogs = folder.uriOf('dogs.yaml');
    await client.open(dogs, soundFragmentText);
    expect(JSON.stringify(await over('get:', dogs))).toContain(`openapi.yaml#L3,1)`);
    await client.replace(folder.uriOf('openapi.yaml'), 'security:\n  - bearer: []', 'security: []');
    expect(JSON.stringify(await over('get:', dogs))).toContain('Needs no credentials');
  } finally {
    folder.remove();
  }
});
