import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CodeAction, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { fullCapabilities } from '../../scripts/bench/measure/client-capabilities.ts';
import { plainCapabilities, TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, petsText, soundFragmentText, twoOperationsText } from './texts.ts';

const uri = 'untitled:pets';
let client: TestClient;
beforeEach(async () => {
  client = await TestClient.start();
});
afterEach(() => client.stop());

function named(actions: readonly CodeAction[], title: string): CodeAction | undefined {
  return actions.find((action) => action.title === title);
}

test('are offered in order, without edits', async () => {
  await client.open(uri, twoOperationsText);
  const [diagnostic] = await client.pull(uri);
  const actions = await client.codeActions(uri, diagnostic ? [diagnostic] : []);
  expect(actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred])).toEqual([
    ['Add a 401 response, shared as “Unauthorized”', 'quickfix', true],
    ['Add a 401 response, written out here', 'quickfix', undefined],
    ['Ignore missing-401 on this line', 'quickfix', undefined],
    ['Ignore missing-401 in this file', 'quickfix', undefined],
    ['Show documentation of missing-401', 'quickfix', undefined],
    ['Fix all missing-401 problems in this file', 'quickfix', undefined],
    ['Fix all safe Auth Lint problems in this file', 'quickfix', undefined],
    ['Document 401 on all 2 operations that lack it', 'refactor.rewrite', undefined],
  ]);
  expect(actions.every(({ edit }) => edit === undefined)).toBe(true);
  expect(actions[0]?.diagnostics).toEqual([diagnostic]);
  expect(actions[4]?.command).toMatchObject({ command: 'authLint.showRuleDocumentation', arguments: ['missing-401'] });
});

test('a resolved fix is applied and the finding is gone', async () => {
  await client.open(uri, twoOperationsText);
  const diagnostics = await client.pull(uri);
  expect(diagnostics).toHaveLength(2);
  const [action] = await client.codeActions(uri, diagnostics.slice(0, 1));
  await client.apply((await client.resolve(action)).edit);
  expect(client.document(uri).getText()).toContain("        '401':\n          $ref: '#/components/responses/Unauthorized'\n  /dogs:");
  expect(await client.pull(uri)).toMatchObject([{ code: 'missing-401', range: client.rangeOf(uri, 'put') }]);
});

test('an alternative is resolved to its own edit', async () => {
  await client.open(uri, petsText);
  const actions = await client.codeActions(uri, await client.pull(uri));
  await client.apply((await client.resolve(named(actions, 'Add a 401 response, written out here'))).edit);
  expect(client.document(uri).getText()).not.toContain('Unauthorized');
  expect(await client.pull(uri)).toEqual([]);
});

test('all problems of a rule are fixed at once, and only those', async () => {
  const text = twoOperationsText.replace('components:', "  /cats:\n    get:\n      responses: { '401': { description: No } }\ncomponents:");
  await client.open(uri, text);
  const diagnostics = await client.pull(uri);
  expect(diagnostics.map(({ code }) => code)).toEqual(['missing-401', 'missing-401', 'missing-www-authenticate']);
  const actions = await client.codeActions(uri, diagnostics.slice(0, 1));
  await client.apply((await client.resolve(named(actions, 'Fix all missing-401 problems in this file'))).edit);
  expect((await client.pull(uri)).map(({ code }) => code)).toEqual(['missing-www-authenticate']);
});

test('the source action fixes all that can be fixed safely', async () => {
  const text = twoOperationsText.replace('components:', "  /cats:\n    get:\n      responses: { '401': { description: No } }\ncomponents:");
  await client.open(uri, text);
  const [action, ...others] = await client.codeActions(uri, [], { only: ['source.fixAll'] });
  expect([action?.kind, others]).toEqual(['source.fixAll.authLint', []]);
  await client.apply((await client.resolve(action)).edit);
  expect(await client.pull(uri)).toEqual([]);
  expect(await client.codeActions(uri, [], { only: ['source.fixAll.authLint'] })).toEqual([]);
});

test('only the wanted kinds are offered', async () => {
  await client.open(uri, petsText);
  const diagnostics = await client.pull(uri);
  const kinds = async (context: object): Promise<unknown> => [
    ...new Set((await client.codeActions(uri, diagnostics, context)).map(({ kind }) => kind)),
  ];
  expect(await kinds({ only: ['quickfix'] })).toEqual(['quickfix']);
  expect(await kinds({ only: ['source'] })).toEqual(['source.fixAll.authLint']);
  expect(await kinds({ only: ['source.fixAll.other'] })).toEqual([]);
  expect(await kinds({ only: ['refactor'] })).toEqual([]);
  expect(await kinds({ triggerKind: 2 })).toEqual(['quickfix']);
  // The source action has a quick fix of the same name: a menu of everything shows it once.
  expect(await kinds({ triggerKind: 1 })).toEqual(['quickfix']);
});

test('none are offered for diagnostics of others or of an older text', async () => {
  await client.open(uri, petsText);
  const [diagnostic] = await client.pull(uri);
  if (!diagnostic) throw new Error('no diagnostic');
  expect(await client.codeActions(uri, [{ ...diagnostic, source: 'yaml' }], { only: ['quickfix'] })).toEqual([]);
  await client.replace(uri, 'info:', '\n\ninfo:');
  expect(await client.codeActions(uri, [diagnostic], { only: ['quickfix'] })).toEqual([]);
});

test('a client that names no diagnostics gets those at the place', async () => {
  await client.open(uri, petsText);
  const at = async (text: string): Promise<readonly CodeAction[]> => {
    const params = { textDocument: { uri }, range: client.rangeOf(uri, text), context: { diagnostics: [], only: ['quickfix'] } };
    return await client.connection.sendRequest('textDocument/codeAction', params);
  };
  expect((await at('get'))[0]?.title).toBe('Add a 401 response, shared as “Unauthorized”');
  expect(await at('paths')).toEqual([]);
});

test('an action for a text that has changed is refused', async () => {
  await client.open(uri, petsText);
  const [action] = await client.codeActions(uri, await client.pull(uri));
  await client.replace(uri, 'The pets', 'All pets');
  await expect(client.resolve(action)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});

test('an edit names the versions it is for; one that comes late is not applied', async () => {
  await client.open(uri, petsText);
  const [action] = await client.codeActions(uri, await client.pull(uri));
  const { edit } = await client.resolve(action);
  expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
  await client.replace(uri, 'The pets', 'All pets');
  await expect(client.apply(edit)).rejects.toThrow('version 1');
});

test('a fix reaches into closed files', async () => {
  const folder = new TestFolder({ 'dogs-api.yaml': entryText, 'dogs.yaml': fragmentText.replace("'401'", "'403'") });
  const entry = folder.uriOf('dogs-api.yaml');
  const fragment = folder.uriOf('dogs.yaml');
  const other = await TestClient.start({ folders: [folder.uri] });
  await other.open(fragment, fragmentText.replace("'401'", "'403'"));
  await other.connection.sendRequest('authLint/checkWorkspace', {});
  const actions = await other.codeActions(fragment, await other.pull(fragment));
  const { edit } = await other.resolve(actions[0]);
  expect(edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument)).toEqual([
    { uri: fragment, version: 1 },
    { uri: entry, version: null },
  ]);
  expect(Object.values(edit?.changeAnnotations ?? {})).toEqual([
    { label: actions[0]?.title, description: 'A secured operation documents no 401 response' },
  ]);
  const closed = await other.apply(edit, () => entryText);
  folder.write('dogs-api.yaml', closed.get(entry) ?? '');
  await other.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: entry, type: 2 }] });
  expect(await other.pull(fragment)).toEqual([]);
  await other.stop();
  folder.remove();
});

const errorsInFiles = `openapi: 3.1.0
info: { title: Pets, version: '1' }
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '200':
          description: The pets
        '404':
          $ref: responses/NotFound.yaml
components:
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
`;

test('a fix that needs a new file makes it first, and says what each change is for', async () => {
  const folder = new TestFolder({ 'pets.yaml': errorsInFiles, 'responses/NotFound.yaml': 'description: Nothing is there\n' });
  const pets = folder.uriOf('pets.yaml');
  const other = await TestClient.start({ folders: [folder.uri] });
  await other.open(pets, errorsInFiles);
  const [action] = await other.codeActions(pets, await other.pull(pets));
  const { edit } = await other.resolve(action);
  const made = folder.uriOf('responses/Unauthorized.yaml');
  expect(edit).toMatchObject({
    documentChanges: [
      { kind: 'create', uri: made, options: { overwrite: false, ignoreIfExists: false }, annotationId: 'fix' },
      { textDocument: { uri: pets, version: 1 }, edits: [{ annotationId: 'fix' }] },
      { textDocument: { uri: made, version: null }, edits: [{ annotationId: 'fix' }] },
    ],
    // Half of a fix is none: nobody is asked about its parts.
    changeAnnotations: { fix: { label: action?.title, description: 'A secured operation documents no 401 response' } },
  });
  folder.write('responses/Unauthorized.yaml', (await other.apply(edit)).get(made) ?? '');
  await other.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: made, type: 1 }] });
  expect(await other.pull(pets)).toEqual([]);
  await other.stop();
  folder.remove();
});

test('a client that makes no files has such a fix neither in its menu nor in fix all', async () => {
  const folder = new TestFolder({ 'pets.yaml': errorsInFiles, 'responses/NotFound.yaml': 'description: Nothing is there\n' });
  const pets = folder.uriOf('pets.yaml');
  const workspace = { ...fullCapabilities.workspace, workspaceEdit: { documentChanges: true } };
  const other = await TestClient.start({ folders: [folder.uri], capabilities: { ...fullCapabilities, workspace } });
  await other.open(pets, errorsInFiles);
  const titles = (await other.codeActions(pets, await other.pull(pets))).map(({ title }) => title);
  expect([titles[0], titles.filter((title) => title.startsWith('Fix all'))]).toEqual(['Add a 401 response, written out here', []]);
  expect(await other.connection.sendRequest('authLint/fixAll', { uri: pets })).toBeNull();
  await other.stop();
  folder.remove();
});

test('only an edit of more than the open file says what its changes are for', async () => {
  await client.open(uri, petsText);
  const actions = await client.codeActions(uri, await client.pull(uri));
  for (const action of actions.filter(({ command }) => !command)) {
    const { edit } = await client.resolve(action);
    expect([edit?.documentChanges?.length, edit?.changeAnnotations], action.title).toEqual([1, undefined]);
  }
});

test('many that are chosen at once are all answered, while files are read again for each', async () => {
  const fragment = 'vfs:/api/dogs.yaml';
  const files: Record<string, string> = { 'vfs:/api/dogs-api.yaml': entryText, [fragment]: fragmentText.replace("'401'", "'403'") };
  const answers = {
    'authLint/findFiles': () => ({ uris: Object.keys(files) }),
    'authLint/readFile': async ({ uri: name }: { uri: string }) =>
      files[name] === undefined ? { problem: 'missing' } : { text: files[name] },
  };
  const other = await TestClient.start({ folders: ['vfs:/api'], answers });
  await other.open(fragment, files[fragment] ?? '');
  await other.connection.sendRequest('authLint/checkWorkspace', {});
  const actions = (await other.codeActions(fragment, await other.pull(fragment))).filter(({ command }) => !command);
  const resolved = await Promise.all([...actions, ...actions, ...actions].map((action) => other.resolve(action)));
  expect(resolved.filter(({ edit }) => edit === undefined)).toEqual([]);
  const applied = await other.apply(resolved[0]?.edit, (name) => files[name] ?? '');
  expect(applied.get('vfs:/api/dogs-api.yaml')).toContain('  responses:\n    Unauthorized:\n');
  await other.stop();
});

test('a closed file that changed since the menu was shown is edited as it is now', async () => {
  const folder = new TestFolder({ 'dogs-api.yaml': entryText, 'dogs.yaml': fragmentText.replace("'401'", "'403'") });
  const fragment = folder.uriOf('dogs.yaml');
  const other = await TestClient.start({ folders: [folder.uri] });
  await other.open(fragment, fragmentText.replace("'401'", "'403'"));
  await other.connection.sendRequest('authLint/checkWorkspace', {});
  const [action] = await other.codeActions(fragment, await other.pull(fragment));
  const changed = `# Some\n# more\n# lines\n${entryText}`;
  folder.write('dogs-api.yaml', changed);
  const closed = await other.apply((await other.resolve(action)).edit, (name) => folder.read(name));
  expect(closed.get(folder.uriOf('dogs-api.yaml'))?.startsWith(`${changed}  responses:\n    Unauthorized:\n`)).toBe(true);
  await other.stop();
  folder.remove();
});

test('a client without resolve gets its edits at once, as plain changes, and no commands it does not have', async () => {
  const other = await TestClient.start({ capabilities: plainCapabilities, initializationOptions: {} });
  await other.open(uri, petsText);
  const { diagnostics } = await other.nextPush(uri);
  const actions = await other.codeActions(uri, diagnostics);
  expect(actions.map(({ title }) => title)).toEqual([
    'Add a 401 response, shared as “Unauthorized”',
    'Add a 401 response, written out here',
    'Ignore missing-401 on this line',
    'Ignore missing-401 in this file',
    'Fix all missing-401 problems in this file',
    'Fix all safe Auth Lint problems in this file',
  ]);
  expect(actions.every(({ edit }) => edit?.changes?.[uri]?.length)).toBe(true);
  await other.stop();
});

test('a client that knows commands only gets none', async () => {
  const other = await TestClient.start({ capabilities: { ...fullCapabilities, textDocument: { diagnostic: {}, codeAction: {} } } });
  await other.open(uri, petsText);
  expect(await other.codeActions(uri, await other.pull(uri))).toEqual([]);
  await other.stop();
});

test('a text without findings has no actions', async () => {
  await client.open(uri, entryText.replace('$ref: ./dogs.yaml', soundFragmentText.replaceAll('\n', '\n    ').trimEnd()));
  expect(await client.pull(uri)).toEqual([]);
  expect(await client.codeActions(uri, [])).toEqual([]);
});
