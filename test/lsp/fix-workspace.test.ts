import { afterEach, beforeEach, expect, test } from 'vitest';
import { CancellationTokenSource, type CreateFile, type TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { fullCapabilities } from '../../scripts/bench/measure/client-capabilities.ts';
import type { FixWorkspaceResult } from '../../server/protocol.ts';
import { progressToken, TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, otherText, petsText } from './texts.ts';

const files = {
  'pets.yaml': petsText,
  'dogs-api.yaml': entryText,
  'dogs.yaml': fragmentText,
  'cats-api.yaml': entryText.replace('Dogs', 'Cats'),
  'sound.yaml': petsText.replace('- bearer: []', '- {}'),
  'other.yaml': otherText,
};

let folder: TestFolder;
let client: TestClient;
beforeEach(async () => {
  folder = new TestFolder(files);
  client = await TestClient.start({ folders: [folder.uri] });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function fixWorkspace(from = client): Promise<FixWorkspaceResult> {
  return await from.connection.sendRequest('authLint/fixWorkspace', { workDoneToken: progressToken });
}

function textEdits({ edit }: FixWorkspaceResult): readonly TextDocumentEdit[] {
  return (edit?.documentChanges ?? []).filter((change) => 'edits' in change);
}

function edited(result: FixWorkspaceResult): readonly string[] {
  return textEdits(result)
    .map(({ textDocument: { uri } }) => uri.slice(folder.uri.length + 1))
    .sort();
}

/** What the client would have: open documents changed, the others written. */
async function apply({ edit }: FixWorkspaceResult): Promise<void> {
  const closed = await client.apply(edit ?? undefined, (uri) => files[uri.slice(folder.uri.length + 1) as keyof typeof files]);
  for (const [uri, text] of closed) folder.write(uri.slice(folder.uri.length + 1), text);
  const changes = [...closed.keys()].map((uri) => ({ uri, type: 2 }));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

test('one edit has all safe fixes of all descriptions, and nothing is left', async () => {
  const result = await fixWorkspace();
  expect(result).toMatchObject({ entries: 4, fixes: 2, files: 2, cancelled: false });
  // The fragment of two descriptions is fixed once.
  expect(edited(result)).toEqual(['dogs.yaml', 'pets.yaml']);
  await apply(result);
  expect(await fixWorkspace()).toEqual({ edit: null, entries: 4, fixes: 0, files: 0, cancelled: false });
});

test('each edit says which rule it is for, and needs confirmation', async () => {
  const result = await fixWorkspace();
  expect(result.edit?.changeAnnotations).toEqual({
    'missing-401': { label: 'missing-401', description: 'A secured operation documents no 401 response', needsConfirmation: true },
    'missing-www-authenticate': {
      label: 'missing-www-authenticate',
      description: 'A 401 response has no WWW-Authenticate header',
      needsConfirmation: true,
    },
  });
  const ids = textEdits(result).flatMap(({ edits }) => edits.map((edit) => 'annotationId' in edit && edit.annotationId));
  expect(new Set(ids)).toEqual(new Set(['missing-401', 'missing-www-authenticate']));
});

test('an edit that serves two rules has an annotation of its own', async () => {
  const text = petsText.replace(
    '  /pets:',
    "  /dogs:\n    get:\n      security: [{}, {bearer: []}]\n      responses: {'200': {description: Fine}}\n  /pets:",
  );
  folder.write('pets.yaml', text);
  folder.write('.auth-lint.yaml', 'extends: strict\n');
  const { edit } = await fixWorkspace();
  expect(edit?.changeAnnotations?.['missing-401+missing-401-optional-auth']).toMatchObject({
    label: 'missing-401, missing-401-optional-auth',
    description: 'A secured operation documents no 401 response; An operation with optional credentials documents no 401 response',
  });
});

test('a client that knows no annotations gets plain edits', async () => {
  const workspace = { ...fullCapabilities.workspace, workspaceEdit: { documentChanges: true } };
  const plain = await TestClient.start({ folders: [folder.uri], capabilities: { ...fullCapabilities, workspace } });
  const result = await fixWorkspace(plain);
  expect(result.edit?.changeAnnotations).toBeUndefined();
  expect(textEdits(result).flatMap(({ edits }) => edits.filter((edit) => 'annotationId' in edit))).toEqual([]);
  expect(edited(result)).toEqual(['dogs.yaml', 'pets.yaml']);
  await plain.stop();
});

test('open documents are fixed as they are in the editor, with their versions', async () => {
  const pets = folder.uriOf('pets.yaml');
  await client.open(pets, petsText);
  await client.replace(pets, 'The pets', 'All pets');
  const result = await fixWorkspace();
  expect(textEdits(result).map(({ textDocument }) => textDocument)).toEqual([
    { uri: folder.uriOf('dogs.yaml'), version: null },
    { uri: pets, version: 2 },
  ]);
  await client.replace(pets, 'All pets', 'No pets');
  await expect(client.apply(result.edit ?? undefined, () => fragmentText)).rejects.toThrow('version 2');
});

test('what is left shows in files that are not open', async () => {
  folder.write('pets.yaml', petsText.replace('- bearer: []', '- nobody: []'));
  await fixWorkspace();
  await client.nextPush(folder.uriOf('pets.yaml'), ({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'undefined-security-scheme'),
  );
});

test('folders where the linter is off, and files that are ignored, are left alone', async () => {
  folder.write('off/pets.yaml', petsText);
  folder.write('vendor/pets.yaml', petsText);
  folder.write('.auth-lint.yaml', 'ignore: [vendor]\n');
  const settings = (scope: string | undefined): unknown => (scope?.includes('/off/') ? { enable: false } : {});
  const other = await TestClient.start({ folders: [folder.uri], settings });
  expect(edited(await fixWorkspace(other))).toEqual(['dogs.yaml', 'pets.yaml']);
  await other.stop();
});

test('two descriptions that would make the same file agree on one', async () => {
  const missing =
    "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nsecurity: [{bearer: []}]\ncomponents: {securitySchemes: {bearer: {type: http, scheme: bearer}}}\n";
  const own = (name: string): string =>
    `${missing}paths:\n  /a:\n    get:\n      responses:\n        '404': {$ref: ./responses/${name}.yaml}\n        '200': {description: Fine}\n`;
  const errors = { 'errors/one.yaml': own('NotOne'), 'errors/two.yaml': own('NotTwo') };
  const shared = new TestFolder({
    ...errors,
    'errors/responses/NotOne.yaml': 'description: Nothing\n',
    'errors/responses/NotTwo.yaml': 'description: Nothing\n',
  });
  const other = await TestClient.start({ folders: [shared.uri] });
  const { edit } = await fixWorkspace(other);
  const made = (edit?.documentChanges ?? []).filter((change): change is CreateFile => 'kind' in change && change.kind === 'create');
  expect(made.map(({ uri }) => uri)).toEqual([shared.uriOf('errors/responses/Unauthorized.yaml')]);
  const closed = await other.apply(edit ?? undefined, (uri) => shared.read(uri));
  for (const name of ['one', 'two']) expect(closed.get(shared.uriOf(`errors/${name}.yaml`))).toContain('./responses/Unauthorized.yaml');
  await other.stop();
  shared.remove();
});

test('tells how far it is', async () => {
  await fixWorkspace();
  const progress = client.messages.filter(({ method }) => method === '$/progress').map(({ params }) => params);
  expect(progress[0]).toMatchObject({ kind: 'begin', cancellable: true, percentage: 0 });
  const percentages = progress.slice(1, -1).map(({ percentage }) => percentage as number);
  expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
  expect(percentages.at(-1)).toBeGreaterThan(50);
  expect(progress.at(-1)).toEqual({ kind: 'end' });
});

test('is stopped by the request or by its progress, and then changes nothing', async () => {
  const virtual = Object.fromEntries([0, 1, 2].map((index) => [`vfs:/api/${index}.yaml`, petsText]));
  for (const how of ['request', 'progress']) {
    const stop = { now: (): void => undefined };
    let reads = 0;
    const answers = {
      'authLint/findFiles': () => ({ uris: Object.keys(virtual) }),
      'authLint/readFile': ({ uri }: { uri: string }) => {
        if (++reads === 5) stop.now();
        return { text: virtual[uri] };
      },
    };
    const other = await TestClient.start({ folders: ['vfs:/api'], answers });
    const source = new CancellationTokenSource();
    stop.now = () =>
      how === 'request'
        ? source.cancel()
        : void other.connection.sendNotification('window/workDoneProgress/cancel', { token: progressToken });
    const params = { workDoneToken: progressToken };
    const result = await other.connection.sendRequest<FixWorkspaceResult>('authLint/fixWorkspace', params, source.token);
    expect(result, how).toMatchObject({ edit: null, cancelled: true });
    await other.stop();
  }
});

test('virtual folders are fixed through the client', async () => {
  const answers = {
    'authLint/findFiles': ({ folders }: { folders: string[] }) => ({ uris: folders.map((uri) => `${uri}/pets.yaml`) }),
    'authLint/readFile': () => ({ text: petsText }),
  };
  const other = await TestClient.start({ folders: ['vfs:/api'], answers });
  expect(textEdits(await fixWorkspace(other)).map(({ textDocument }) => textDocument)).toEqual([
    { uri: 'vfs:/api/pets.yaml', version: null },
  ]);
  await other.stop();
});
