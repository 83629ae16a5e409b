import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import type { CheckFileResult } from '../../server/protocol.ts';
import { authLint, checkJson } from '../cli/auth-lint.ts';
import { TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, petsText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
let uri: string;
let configuration: string;
beforeEach(async () => {
  folder = new TestFolder({ 'a/pets.yaml': petsText });
  uri = folder.uriOf('a/pets.yaml');
  configuration = folder.uriOf('.auth-lint.yaml');
  client = await TestClient.start({ folders: [folder.uri] });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

const severity = (word: string) => `rules: {missing-401: ${word}}\n`;

async function filesChanged(type: 1 | 2 | 3, ...names: readonly string[]): Promise<void> {
  const changes = names.map((name) => ({ uri: folder.uriOf(name), type }));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

test('comes, changes and goes, and what is shown follows', async () => {
  await client.open(uri, petsText);
  expect(await client.pull(uri)).toMatchObject([{ severity: 2 }]);
  folder.write('.auth-lint.yaml', severity('error'));
  await filesChanged(1, '.auth-lint.yaml');
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(uri)).toMatchObject([{ severity: 1 }]);
  folder.write('.auth-lint.yaml', severity('info'));
  await filesChanged(2, '.auth-lint.yaml');
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(uri)).toMatchObject([{ severity: 3 }]);
  folder.delete('.auth-lint.yaml');
  await filesChanged(3, '.auth-lint.yaml');
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(uri)).toMatchObject([{ severity: 2 }]);
});

test('counts as it is typed', async () => {
  folder.write('.auth-lint.yaml', severity('error'));
  await client.open(uri, petsText);
  await client.open(configuration, severity('info'));
  expect(await client.pull(uri)).toMatchObject([{ severity: 3 }]);
  await client.replace(configuration, 'info', 'off');
  expect(await client.pull(uri)).toEqual([]);
  await client.close(configuration);
  expect(await client.pull(uri)).toMatchObject([{ severity: 1 }]);
});

test('stands before the settings, which fill in what it leaves open', async () => {
  const settings = () => ({ preset: 'strict', rules: { 'missing-401': 'info', 'missing-security': 'off' } });
  const other = await TestClient.start({ folders: [folder.uri], settings });
  folder.write('.auth-lint.yaml', 'extends: minimal\n');
  await other.open(uri, petsText);
  expect(await other.pull(uri)).toMatchObject([{ severity: 3 }]);
  expect(await other.nextStatus(uri)).toMatchObject({ preset: 'minimal', configuration });
  await other.open(configuration, `extends: minimal\n${severity('error')}`);
  expect(await other.pull(uri)).toMatchObject([{ severity: 1 }]);
  await other.stop();
});

test('is not looked for above the workspace folder, and beside the description where there is none', async () => {
  folder.write('.auth-lint.yaml', severity('error'));
  folder.write('b/.auth-lint.yaml', severity('info'));
  folder.write('b/pets.yaml', petsText);
  const inner = await TestClient.start({ folders: [folder.uriOf('a')] });
  await inner.open(uri, petsText);
  expect(await inner.pull(uri)).toMatchObject([{ severity: 2 }]);
  await inner.stop();
  const alone = await TestClient.start();
  await alone.open(folder.uriOf('b/pets.yaml'), petsText);
  expect(await alone.pull(folder.uriOf('b/pets.yaml'))).toMatchObject([{ severity: 3 }]);
  await alone.open('untitled:Untitled-1', petsText);
  expect(await alone.pull('untitled:Untitled-1')).toMatchObject([{ severity: 2 }]);
  await alone.stop();
});

test('is read through the client where files are virtual', async () => {
  const files: Readonly<Record<string, string>> = { 'vfs:/api/.auth-lint.yml': severity('error') };
  const answers = {
    'authLint/readFile': ({ uri: asked }: { uri: string }) =>
      files[asked] === undefined ? { problem: 'missing' } : { text: files[asked] },
  };
  const virtual = await TestClient.start({ folders: ['vfs:/api'], answers, answersForConfiguration: true });
  await virtual.open('vfs:/api/v1/pets.yaml', petsText);
  expect(await virtual.pull('vfs:/api/v1/pets.yaml')).toMatchObject([{ severity: 1 }]);
  await virtual.stop();
});

test('that is opened alone shows its mistakes, with quick fixes, and says what it is', async () => {
  const text = 'extends: recomended\nrules: {mising-401: off}\n';
  await client.open(configuration, text);
  const diagnostics = await client.pull(configuration);
  expect(diagnostics).toMatchObject([
    { code: 'invalid-configuration', severity: 1, range: client.rangeOf(configuration, 'recomended') },
    { code: 'invalid-configuration', severity: 1, range: client.rangeOf(configuration, 'mising-401') },
  ]);
  const [action] = await client.codeActions(configuration, diagnostics.slice(0, 1));
  expect(action).toMatchObject({ title: 'Change to “recommended”', isPreferred: true });
  await client.apply((await client.resolve(action)).edit);
  expect(client.document(configuration).getText()).toBe(text.replace('recomended', 'recommended'));
  expect(await client.pull(configuration)).toHaveLength(1);
  expect(await client.nextStatus(configuration)).toMatchObject({ role: 'configuration', configuration });
});

test('that is closed shows its mistakes as long as a description is open for which it is in force', async () => {
  folder.write('.auth-lint.yaml', 'extends: recomended\n');
  await client.open(uri, petsText);
  await client.nextPush(configuration, ({ diagnostics }) => diagnostics[0]?.code === 'invalid-configuration');
  await client.close(uri);
  await client.nextPush(configuration, ({ diagnostics }) => diagnostics.length === 0);
});

test('an ignored document has no findings, and its status says why', async () => {
  await client.open(configuration, 'ignore: [a/]\n');
  await client.open(uri, petsText);
  expect(await client.pull(uri)).toEqual([]);
  expect(await client.nextStatus(uri)).toMatchObject({ role: 'entry', ignored: true, configuration });
  const result = await client.connection.sendRequest<CheckFileResult>('authLint/checkFile', { uri });
  expect(result).toMatchObject({ role: 'entry', ignoredBy: '.auth-lint.yaml' });
  await client.replace(configuration, 'a/', 'b/');
  expect(await client.pull(uri)).toHaveLength(1);
  expect((await client.nextStatus(uri)).ignored).toBeUndefined();
});

test('the check of the workspace leaves out what is ignored, and counts mistakes of the configuration', async () => {
  folder.write('vendor/pets.yaml', petsText);
  folder.write('.auth-lint.yaml', 'ignore: [vendor]\nrule: {}\n');
  expect(await client.connection.sendRequest('authLint/checkWorkspace', {})).toEqual({
    entries: 1,
    files: 1,
    findings: { error: 1, warning: 1, info: 0 },
    cancelled: false,
  });
  expect(client.pushed(folder.uriOf('vendor/pets.yaml'))).toBeUndefined();
  expect(client.pushed(configuration)).toMatchObject([{ code: 'invalid-configuration' }]);
});

/** A finding as both can tell it. */
interface Told {
  readonly file: string;
  readonly rule: unknown;
  readonly severity: string | undefined;
  readonly message: string;
  readonly pointer: string;
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
}

/** What the editor shows in the files of the folder after a check of the workspace. */
async function inEditor(): Promise<readonly Told[]> {
  await client.connection.sendRequest('authLint/checkWorkspace', {});
  const files = new Set(
    client.messages.filter(({ method }) => method === 'textDocument/publishDiagnostics').map(({ params }) => params.uri),
  );
  return [...files].sort().flatMap((file: string) => (client.pushed(file) ?? []).map((diagnostic) => toldBy(diagnostic, file)));
}

function toldBy({ code, severity: grave, message, data, range: { start, end } }: Diagnostic, file: string): Told {
  return {
    file: decodeURIComponent(file.slice(folder.uri.length + 1)),
    rule: code,
    severity: ['error', 'warning', 'info'][(grave ?? 0) - 1],
    message: String(message),
    pointer: data.pointer,
    start: [start.line + 1, start.character + 1],
    end: [end.line + 1, end.character + 1],
  };
}

/** What the terminal prints for the folder. */
function inTerminal(): readonly Told[] {
  return checkJson(folder.path).findings.map(({ file, rule, severity: grave, message, pointer, range: { start, end } }) => ({
    file,
    rule,
    severity: grave,
    message,
    pointer,
    start: [start.line, start.column],
    end: [end.line, end.column],
  }));
}

const twoMethods = petsText.replace(
  'components:',
  "    post:\n      tags: [internal]\n      responses: {'4XX': {description: No}}\ncomponents:",
);

test('editor and terminal find the same', async () => {
  folder.write('a/pets.yaml', twoMethods);
  folder.write('legacy/pets.yaml', twoMethods);
  folder.write('legacy/deep/dogs.yaml', entryText);
  folder.write('legacy/deep/dogs.d/.keep', '');
  folder.write('vendor/pets.yaml', petsText);
  folder.write('other/.auth-lint.json', '{"extends": "all", "rules": {"missing-401": "info"}}');
  folder.write('other/dogs-api.yaml', entryText.replace('./dogs.yaml', './Ünï código/dogs.yaml'));
  folder.write('other/Ünï código/dogs.yaml', fragmentText);
  folder.write(
    '.auth-lint.yaml',
    `extends: strict
rules:
  missing-401: [error, {accept: [4XX]}]
overrides:
  - files: [legacy/**]
    rules: {missing-401: [info, {accept: []}]}
  - operations: ["POST /pets", "tag:internal"]
    rules: {missing-401: off}
  - files: [legacy/deep/]
    operations: ["* /**"]
    rules: {unresolved-reference: warning}
ignore: [vendor]
`,
  );
  const told = inTerminal();
  expect(told.map(({ file, rule, severity: grave }) => `${file} ${rule} ${grave}`)).toEqual(
    expect.arrayContaining([
      'a/pets.yaml missing-401 error',
      'legacy/pets.yaml missing-401 info',
      'other/Ünï código/dogs.yaml missing-www-authenticate warning',
    ]),
  );
  expect(told.some(({ file }) => file.startsWith('vendor'))).toBe(false);
  const byPlace = (all: readonly Told[]) => all.map((each) => JSON.stringify(each)).sort();
  expect(byPlace(await inEditor())).toEqual(byPlace(told));
});

test('editor and terminal find the same mistakes in a configuration', async () => {
  folder.write(
    '.auth-lint.yaml',
    `extends: strickt
rules:
  mising-401: off
  missing-401: [error, {acept: []}]
overrides:
  - operations: ["/health"]
    rules: {missing-security: off}
ignore: ["[vendor"]
`,
  );
  const told = inTerminal().filter(({ file }) => file === '.auth-lint.yaml');
  expect(told.map(({ rule, pointer, start }) => [rule, pointer, start])).toEqual([
    ['invalid-configuration', '/extends', [1, 10]],
    ['invalid-configuration', '/rules/mising-401', [3, 3]],
    ['invalid-configuration', '/rules/missing-401/1/acept', [4, 25]],
    ['invalid-configuration', '/overrides/0/operations/0', [6, 18]],
    ['invalid-configuration', '/ignore/0', [8, 10]],
  ]);
  expect((await inEditor()).filter(({ file }) => file === '.auth-lint.yaml')).toEqual(told);
  expect(authLint(folder.path, []).code).toBe(1);
});

test('that was deleted while nobody saw it is not in force, though the editor keeps its text', async () => {
  const configuration = folder.write('.auth-lint.yaml', 'rules: {missing-401: off}\n');
  const pets = folder.write('pets.yaml', petsText);
  await client.open(pets, petsText);
  await client.open(configuration, 'rules: {missing-401: off}\n');
  expect(await client.pull(pets)).toEqual([]);
  await client.connection.sendNotification('authLint/hidden', { uris: [configuration] });
  folder.delete('.auth-lint.yaml');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: configuration, type: 3 }] });
  expect(await client.pull(pets)).toHaveLength(1);
  // Seen again, it counts as any open text does.
  await client.pull(configuration);
  expect(await client.pull(pets)).toEqual([]);
});
