import { afterEach, beforeEach, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { CheckWorkspaceResult } from '../../server/protocol.ts';
import { progressToken, TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, otherText, petsText, soundFragmentText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
beforeEach(async () => {
  folder = new TestFolder({
    'pets.yaml': petsText,
    'deep/in/pets.json': JSON.stringify({
      openapi: '3.0.3',
      info: {},
      paths: { '/a': { get: { security: [{ no: [] }], responses: { 401: {} } } } },
    }),
    'dogs-api.yml': entryText,
    'dogs.yaml': fragmentText,
    'other.yaml': otherText,
    'node_modules/pets/pets.yaml': petsText,
    '.git/pets.yaml': petsText,
    'pets.txt': petsText,
  });
  client = await TestClient.start({ folders: [folder.uri] });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function checkWorkspace(): Promise<CheckWorkspaceResult> {
  return await client.connection.sendRequest('authLint/checkWorkspace', { workDoneToken: progressToken });
}

test('finds, checks and counts, and pushes what it found before it answers', async () => {
  const result = await checkWorkspace();
  expect(result).toEqual({ entries: 3, files: 4, findings: { error: 1, warning: 3, info: 0 }, cancelled: false });
  expect(client.pushed(folder.uriOf('pets.yaml'))).toMatchObject([{ code: 'missing-401' }]);
  expect(client.pushed(folder.uriOf('dogs.yaml'))).toMatchObject([{ code: 'missing-www-authenticate' }]);
  expect(client.pushed(folder.uriOf('deep/in/pets.json'))?.map(({ code }) => code)).toContain('undefined-security-scheme');
  expect(client.pushed(folder.uriOf('node_modules/pets/pets.yaml'))).toBeUndefined();
});

test('does not count a text that nobody sees, of a file that went with its folder', async () => {
  const uri = folder.write('gone/api.yaml', petsText);
  await client.open(uri, petsText);
  await client.pull(uri);
  await client.connection.sendNotification('authLint/hidden', { uris: [uri] });
  expect(await checkWorkspace()).toMatchObject({ entries: 4 });
  folder.delete('gone/api.yaml');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uriOf('gone'), type: 3 }] });
  expect(await checkWorkspace()).toMatchObject({ entries: 3 });
});

test('finds no text that nobody sees, of a file that went unseen', async () => {
  const uri = folder.uriOf('gone.yaml');
  await client.open(uri, petsText);
  await client.pull(uri);
  await client.connection.sendNotification('authLint/hidden', { uris: [uri] });
  expect(await checkWorkspace()).toMatchObject({ entries: 3 });
});

test('tells each finding on a line when it is asked to, by file and place', async () => {
  const { lines } = await client.connection.sendRequest<CheckWorkspaceResult>('authLint/checkWorkspace', { lines: true });
  expect(lines?.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    expect.stringMatching(/^deep\/in\/pets\.json:1:\d+: error undefined-security-scheme$/),
    expect.stringMatching(/^deep\/in\/pets\.json:1:\d+: warning missing-www-authenticate$/),
    'dogs.yaml:5:5: warning missing-www-authenticate',
    'pets.yaml:7:5: warning missing-401',
  ]);
});

test('tells how far it is', async () => {
  await checkWorkspace();
  const progress = client.messages.filter(({ method }) => method === '$/progress').map(({ params }) => params);
  expect(progress[0]).toMatchObject({ kind: 'begin', cancellable: true, percentage: 0 });
  expect(progress.slice(1, -1).map(({ kind }) => kind)).toEqual(['report', 'report', 'report']);
  expect(
    progress
      .slice(1, -1)
      .map(({ message }) => message)
      .sort(),
  ).toEqual([expect.stringMatching(/^1\/3 /), expect.stringMatching(/^2\/3 /), expect.stringMatching(/^3\/3 /)]);
  expect(progress.at(-1)).toEqual({ kind: 'end' });
});

test('what was found stays, and follows later edits of closed and open files', async () => {
  await checkWorkspace();
  const pets = folder.write('pets.yaml', petsText.replace("'200'", "'401'"));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pets, type: 2 }] });
  expect((await client.nextPush(pets, ({ diagnostics }) => diagnostics[0]?.code !== 'missing-401')).diagnostics).toMatchObject([
    { code: 'missing-www-authenticate' },
  ]);
  const fragment = folder.uriOf('dogs.yaml');
  await client.open(fragment, fragmentText);
  expect(await client.pull(fragment)).toHaveLength(1);
  expect(client.pushed(fragment)).toEqual([]);
  await client.change(fragment, [{ text: soundFragmentText }]);
  expect(await client.pull(fragment)).toEqual([]);
  await client.close(fragment);
  await client.nextPush(fragment, ({ diagnostics }) => diagnostics.length === 1);
});

test('an entry that is opened and closed again keeps what was found', async () => {
  await checkWorkspace();
  const pets = folder.uriOf('pets.yaml');
  await client.open(pets, petsText);
  expect(await client.pull(pets)).toHaveLength(1);
  expect(client.pushed(pets)).toEqual([]);
  await client.close(pets);
  await client.nextPush(pets, ({ diagnostics }) => diagnostics.length === 1);
});

test('a deleted entry has nothing to show any more', async () => {
  await checkWorkspace();
  folder.remove();
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri, type: 3 }] });
  const gone = ['pets.yaml', 'deep/in/pets.json', 'dogs.yaml'].map((name) => folder.uriOf(name));
  await client.until(() => gone.every((uri) => client.pushed(uri)?.length === 0));
  expect(await checkWorkspace()).toMatchObject({ entries: 0, files: 0 });
});

test('open texts stand before files', async () => {
  await client.open(folder.uriOf('other.yaml'), petsText);
  await client.pull(folder.uriOf('other.yaml'));
  expect(await checkWorkspace()).toMatchObject({ entries: 4, findings: { warning: 4 } });
  expect(client.pushed(folder.uriOf('other.yaml'))).toBeUndefined();
});

test('is stopped by the request or by its progress, and tells what was done until then', async () => {
  const files: Record<string, string> = {};
  for (let index = 0; index < 3; index++) files[`vfs:/api/${index}.yaml`] = petsText;
  for (const how of ['request', 'progress']) {
    const stop = { now: (): void => undefined };
    let reads = 0;
    const answers = {
      'authLint/findFiles': () => ({ uris: Object.keys(files) }),
      'authLint/readFile': ({ uri }: { uri: string }) => {
        if (++reads === 4 + 1) stop.now();
        return { text: files[uri] };
      },
    };
    const virtual = await TestClient.start({ folders: ['vfs:/api'], answers });
    const source = new CancellationTokenSource();
    stop.now = () =>
      how === 'request'
        ? source.cancel()
        : void virtual.connection.sendNotification('window/workDoneProgress/cancel', { token: progressToken });
    const result = await virtual.connection.sendRequest<CheckWorkspaceResult>(
      'authLint/checkWorkspace',
      { workDoneToken: progressToken },
      source.token,
    );
    expect(result, how).toMatchObject({ cancelled: true });
    expect(result.entries).toBeLessThan(3);
    expect(virtual.messages.filter(({ method }) => method === '$/progress').at(-1)?.params).toEqual({ kind: 'end' });
    await virtual.stop();
  }
});

test('virtual folders are searched by the client', async () => {
  const answers = {
    'authLint/findFiles': ({ folders }: { folders: string[] }) => ({ uris: folders.map((uri) => `${uri}/pets.yaml`) }),
    'authLint/readFile': () => ({ text: petsText }),
  };
  const mixed = await TestClient.start({ folders: ['vfs:/api', folder.uri], answers });
  const result = await mixed.connection.sendRequest<CheckWorkspaceResult>('authLint/checkWorkspace', {});
  expect(result).toMatchObject({ entries: 4, cancelled: false });
  expect(mixed.pushed('vfs:/api/pets.yaml')).toHaveLength(1);
  await mixed.stop();
});

test('lines tell of several folders in which each file lies', async () => {
  const second = new TestFolder({ 'pets.yaml': petsText });
  const both = await TestClient.start({ folders: [folder.uri, second.uri] });
  const { lines = [] } = await both.connection.sendRequest<CheckWorkspaceResult>('authLint/checkWorkspace', { lines: true });
  await both.stop();
  second.remove();
  for (const { path } of [folder, second]) expect(lines.join('\n')).toContain(`${path}/pets.yaml:`);
});

test('an empty workspace has nothing to check', async () => {
  const empty = await TestClient.start();
  expect(await empty.connection.sendRequest('authLint/checkWorkspace', {})).toEqual({
    entries: 0,
    files: 0,
    findings: { error: 0, warning: 0, info: 0 },
    cancelled: false,
  });
  await empty.stop();
});

test('a file that is no description any more has nothing to show any more', async () => {
  await checkWorkspace();
  const pets = folder.write('pets.yaml', 'responses:\n  401: none\n');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pets, type: 2 }] });
  await client.nextPush(pets, ({ diagnostics }) => diagnostics.length === 0);
  await client.open(pets, 'responses: {}\n');
  expect(await client.pull(pets)).toEqual([]);
});

test('a workspace folder that goes takes what was found in it along', async () => {
  await checkWorkspace();
  const removed = [{ uri: folder.uri, name: 'gone' }];
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed } });
  await client.nextPush(folder.uriOf('pets.yaml'), ({ diagnostics }) => diagnostics.length === 0);
});

test('a folder in another one stays when the outer one goes', async () => {
  const inner = folder.uriOf('deep');
  const nested = await TestClient.start({ folders: [folder.uri, inner] });
  await nested.connection.sendRequest('authLint/checkWorkspace', {});
  const event = { added: [], removed: [{ uri: folder.uri, name: 'outer' }] };
  await nested.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  await nested.nextPush(folder.uriOf('pets.yaml'), ({ diagnostics }) => diagnostics.length === 0);
  expect(nested.pushed(folder.uriOf('deep/in/pets.json'))).not.toEqual([]);
  await nested.stop();
});
