import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainCapabilities, TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, petsText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
let settings: (scope: string | undefined) => unknown;
let uri: string;
beforeEach(async () => {
  folder = new TestFolder({ 'a/pets.yaml': petsText, 'b/pets.yaml': petsText, 'dogs-api.yaml': entryText, 'dogs.yaml': fragmentText });
  uri = folder.uriOf('a/pets.yaml');
  settings = () => ({ enable: true, preset: 'recommended', rules: {} });
  client = await TestClient.start({ folders: [folder.uri], settings: (scope) => settings(scope) });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function changeSettings(changed: (scope: string | undefined) => unknown): Promise<void> {
  settings = changed;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
}

test('are asked for by document', async () => {
  await client.open(uri, petsText);
  await client.pull(uri);
  const asked = client.messages.filter(({ method }) => method === 'workspace/configuration').flatMap(({ params }) => params.items);
  expect(asked).toEqual([{ scopeUri: uri, section: 'authLint' }]);
});

test('a rule gets another severity, and the client is asked to pull again', async () => {
  await client.open(uri, petsText);
  expect(await client.pull(uri)).toMatchObject([{ severity: 2 }]);
  await changeSettings(() => ({ rules: { 'missing-401': 'info' } }));
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(uri)).toMatchObject([{ severity: 3 }]);
  await changeSettings(() => ({ rules: { 'missing-401': ['error', { accept: ['default'] }] } }));
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(uri)).toMatchObject([{ severity: 1 }]);
  await client.replace(uri, "'200'", 'default');
  expect(await client.pull(uri)).toEqual([]);
});

test('a rule is switched off and on', async () => {
  await client.open(uri, petsText);
  expect(await client.pull(uri)).toHaveLength(1);
  await changeSettings(() => ({ rules: { 'missing-401': 'off' } }));
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(uri)).toEqual([]);
  await changeSettings(() => ({}));
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(uri)).toHaveLength(1);
});

test('the preset decides which rules are in force', async () => {
  settings = () => ({ preset: 'minimal', rules: { 'missing-401': 'off' } });
  await client.open(uri, petsText);
  await client.pull(uri);
  const minimal = await client.nextStatus(uri);
  await changeSettings(() => ({ preset: 'all' }));
  const all = await client.nextStatus(uri);
  expect([minimal.preset, all.preset]).toEqual(['minimal', 'all']);
  expect(all.rules).toBeGreaterThan(minimal.rules);
});

test('the linter is switched off for a document', async () => {
  settings = (scope) => ({ enable: !scope?.includes('/a/') });
  const other = folder.uriOf('b/pets.yaml');
  await client.open(uri, petsText);
  await client.open(other, petsText);
  expect(await client.pull(uri)).toEqual([]);
  expect(await client.pull(other)).toHaveLength(1);
  await changeSettings((scope) => ({ enable: !scope?.includes('/b/') }));
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(uri)).toHaveLength(1);
  expect(await client.pull(other)).toEqual([]);
});

test('the linter is switched off for a fragment only', async () => {
  const entry = folder.uriOf('dogs-api.yaml');
  const fragment = folder.uriOf('dogs.yaml');
  await client.open(entry, entryText);
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 1);
  await changeSettings((scope) => ({ enable: scope !== fragment }));
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 0);
});

test('what is malformed is said in the log and counts as not written', async () => {
  settings = () => ({ enable: 'yes', preset: 'huge', rules: { 'missing-402': 'off', 'missing-401': 7 } });
  await client.open(uri, petsText);
  expect(await client.pull(uri)).toMatchObject([{ code: 'missing-401', severity: 2 }]);
  const said = client.messages.filter(({ method }) => method === 'window/logMessage').map(({ params }) => params.message);
  expect(said).toEqual([
    expect.stringContaining('authLint.enable'),
    expect.stringContaining('authLint.preset'),
    expect.stringContaining('missing-402'),
    expect.stringContaining('missing-401'),
  ]);
});

test('a client without configuration requests sends them', async () => {
  const plain = await TestClient.start({
    capabilities: plainCapabilities,
    initializationOptions: { settings: { rules: { 'missing-401': 'info' } } },
  });
  await plain.open(uri, petsText);
  expect((await plain.nextPush(uri)).diagnostics).toMatchObject([{ severity: 3 }]);
  await plain.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { authLint: { rules: { 'missing-401': 'error' } } },
  });
  expect((await plain.nextPush(uri)).diagnostics).toMatchObject([{ severity: 1 }]);
  await plain.connection.sendNotification('workspace/didChangeConfiguration', { settings: { enable: false } });
  expect((await plain.nextPush(uri)).diagnostics).toEqual([]);
  await plain.stop();
});

test('of somebody else leave those from the start in force', async () => {
  const plain = await TestClient.start({
    capabilities: plainCapabilities,
    initializationOptions: { settings: { rules: { 'missing-401': 'error' } } },
  });
  await plain.connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: { validate: true } } });
  await plain.open(uri, petsText);
  expect((await plain.nextPush(uri)).diagnostics).toMatchObject([{ severity: 1 }]);
  await plain.stop();
});
