import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { fullCapabilities } from '../../scripts/bench/measure/client-capabilities.ts';
import { TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, petsText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
let pets: string;
beforeEach(async () => {
  folder = new TestFolder({ 'api/pets.yaml': petsText });
  pets = folder.uriOf('api/pets.yaml');
  client = await TestClient.start({ folders: [folder.uri] });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function menu(uri = pets): Promise<readonly CodeAction[]> {
  return await client.codeActions(uri, await client.pull(uri));
}

async function switchOff(uri = pets): Promise<CodeAction> {
  return await client.resolve((await menu(uri)).find(({ title }) => title.startsWith('Turn missing-401 off')));
}

/** Writes what the client would have written, and says so. */
async function write(name: string, text: string): Promise<void> {
  const uri = folder.write(name, text);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
}

test('the whole menu is in order: fixes, ways to ignore from the narrowest to the widest, documentation, fix all', async () => {
  await client.open(pets, petsText);
  expect((await menu()).map(({ title, isPreferred }) => (isPreferred ? `★ ${title}` : title))).toEqual([
    '★ Add a 401 response, shared as “Unauthorized”',
    'Add a 401 response, written out here',
    'Ignore missing-401 on this line',
    'Ignore missing-401 in this file',
    'Turn missing-401 off in a new .auth-lint.yaml',
    'Show documentation of missing-401',
    'Fix all missing-401 problems in this file',
    'Fix all safe Auth Lint problems in this file',
  ]);
});

test('of several findings of a rule each can be ignored, and the rule switched off once', async () => {
  await client.open(pets, petsText.replace('    get:', "    put:\n      responses: {'200': {description: Fine}}\n    get:"));
  const titles = (await menu()).map(({ title }) => title);
  expect(titles.filter((title) => /^(?:Ignore|Turn)/.test(title))).toEqual([
    'Ignore missing-401 on this line',
    'Ignore missing-401 on this line',
    'Ignore missing-401 in this file',
    'Turn missing-401 off in a new .auth-lint.yaml',
  ]);
});

test('a configuration is made in the workspace folder, never over a file, and heeded', async () => {
  await client.open(pets, petsText);
  const { edit } = await switchOff();
  const uri = folder.uriOf('.auth-lint.yaml');
  expect(edit?.documentChanges).toMatchObject([
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null } },
  ]);
  const text = (await client.apply(edit)).get(uri);
  expect(text).toBe('# Rules of OpenAPI Auth Lint: off, info, warning or error.\nrules:\n  missing-401: off\n');
  await write('.auth-lint.yaml', text ?? '');
  expect(await client.pull(pets)).toEqual([]);
});

test('the configuration in force is edited, as it is in the editor', async () => {
  folder.write('.auth-lint.yaml', 'extends: minimal\n');
  await client.open(pets, petsText);
  const configuration = folder.uriOf('.auth-lint.yaml');
  await client.open(configuration, 'extends: strict # ours\n');
  await client.apply((await switchOff()).edit);
  expect(client.document(configuration).getText()).toBe('extends: strict # ours\nrules:\n  missing-401: off\n');
  expect((await client.pull(pets)).map(({ code }) => code)).not.toContain('missing-401');
});

test('a configuration that came meanwhile is edited instead', async () => {
  await client.open(pets, petsText);
  const action = (await menu()).find(({ title }) => title.startsWith('Turn'));
  await write('.auth-lint.yaml', 'extends: strict\n');
  expect((await client.resolve(action)).edit).toBeUndefined();
  const { edit } = await switchOff();
  const closed = await client.apply(edit, () => 'extends: strict\n');
  expect(closed.get(folder.uriOf('.auth-lint.yaml'))).toBe('extends: strict\nrules:\n  missing-401: off\n');
});

test('a file that came without anybody having told of it is not overwritten', async () => {
  await client.open(pets, petsText);
  const action = (await menu()).find(({ title }) => title.startsWith('Turn'));
  folder.write('.auth-lint.yaml', 'extends: strict\n');
  expect((await client.resolve(action)).edit).toBeUndefined();
});

test('each workspace folder has a configuration of its own', async () => {
  const other = new TestFolder({ 'dogs.yaml': petsText });
  const both = await TestClient.start({ folders: [folder.uri, other.uri] });
  const dogs = other.uriOf('dogs.yaml');
  await both.open(dogs, petsText);
  const action = (await both.codeActions(dogs, await both.pull(dogs))).find(({ title }) => title.startsWith('Turn'));
  expect((await both.resolve(action)).edit?.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: other.uriOf('.auth-lint.yaml') });
  await both.stop();
  other.remove();
});

test('in a fragment of two descriptions both configurations change', async () => {
  const fragment = folder.write('one/dogs.yaml', fragmentText.replace("'401'", "'403'"));
  folder.write('one/api.yaml', entryText);
  folder.write('two/api.yaml', entryText.replace('./dogs.yaml', '../one/dogs.yaml'));
  folder.write('two/.auth-lint.json', '{"extends": "minimal"}');
  await client.open(fragment, fragmentText.replace("'401'", "'403'"));
  await client.connection.sendRequest('authLint/checkWorkspace', {});
  const { title, edit } = await switchOff(fragment);
  expect(title).toBe('Turn missing-401 off in 2 configuration files');
  const closed = await client.apply(edit, () => '{"extends": "minimal"}');
  expect(closed.get(folder.uriOf('two/.auth-lint.json'))).toBe('{"extends": "minimal", "rules": {"missing-401": "off"}}');
  expect(closed.has(folder.uriOf('.auth-lint.yaml'))).toBe(true);
});

test('a client that makes no files is offered only what needs none', async () => {
  const workspace = { ...fullCapabilities.workspace, workspaceEdit: { documentChanges: true } };
  const other = await TestClient.start({ folders: [folder.uri], capabilities: { ...fullCapabilities, workspace } });
  await other.open(pets, petsText);
  const titles = async () => (await other.codeActions(pets, await other.pull(pets))).map(({ title }) => title);
  expect(await titles()).not.toContainEqual(expect.stringContaining('Turn'));
  await other.open(folder.uriOf('.auth-lint.yaml'), 'extends: strict\n');
  expect(await titles()).toContain('Turn missing-401 off in .auth-lint.yaml');
  await other.stop();
});

test('a text that is no file yet has no configuration', async () => {
  await client.open('untitled:pets', petsText);
  expect((await menu('untitled:pets')).map(({ title }) => title)).not.toContainEqual(expect.stringContaining('Turn'));
});
