import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, otherText, petsText, soundFragmentText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
beforeEach(async () => {
  folder = new TestFolder({ 'pets.yaml': petsText, 'dogs-api.yaml': entryText, 'dogs.yaml': fragmentText, 'other.yaml': otherText });
  client = await TestClient.start({ folders: [folder.uri] });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

test('a diagnostic says what, where, why and where to read on', async () => {
  const uri = folder.uriOf('pets.yaml');
  await client.open(uri, petsText);
  expect(await client.pull(uri)).toEqual([
    {
      source: 'auth-lint',
      code: 'missing-401',
      codeDescription: { href: expect.stringMatching(/^file:\/\/\/.*\/docs\/rules\/missing-401\.md$/) },
      severity: 2,
      message: expect.stringContaining('GET /pets'),
      range: client.rangeOf(uri, 'get'),
      data: { pointer: '/paths/~1pets/get' },
      relatedInformation: [
        {
          location: { uri, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 8 } } },
          message: 'The security requirement is declared here',
        },
      ],
    },
  ]);
});

test('the client says where the documentation is', async () => {
  const other = await TestClient.start({ initializationOptions: { documentation: 'https://example.test/rules' } });
  await other.open('untitled:one', petsText);
  const [diagnostic] = await other.pull('untitled:one');
  expect(diagnostic?.codeDescription?.href).toBe('https://example.test/rules/missing-401.md');
  await other.stop();
});

test('what has not changed is not sent again', async () => {
  const uri = folder.uriOf('pets.yaml');
  await client.open(uri, petsText);
  const first = await client.pullReport(uri);
  expect(first).toMatchObject({ kind: 'full', resultId: expect.any(String) });
  expect(await client.pullReport(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  await client.replace(uri, 'The pets', 'All pets');
  expect(await client.pullReport(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  await client.replace(uri, 'info:', '\ninfo:');
  const moved = await client.pullReport(uri, first.resultId);
  expect(moved).toMatchObject({ kind: 'full', items: [{ range: client.rangeOf(uri, 'get') }] });
  expect(moved.resultId).not.toBe(first.resultId);
});

test('a fragment is checked as a part of the entries that are open', async () => {
  const fragment = folder.uriOf('dogs.yaml');
  await client.open(fragment, fragmentText);
  expect(await client.pull(fragment)).toEqual([]);
  await client.open(folder.uriOf('dogs-api.yaml'), entryText);
  expect(await client.pull(folder.uriOf('dogs-api.yaml'))).toEqual([]);
  expect(await client.pull(fragment)).toMatchObject([{ code: 'missing-www-authenticate', range: client.rangeOf(fragment, "'401'") }]);
});

test('a fragment that was opened with its entry keeps its findings, until it is opened alone', async () => {
  const fragment = folder.uriOf('dogs.yaml');
  const entry = folder.uriOf('dogs-api.yaml');
  await client.open(entry, entryText);
  await client.open(fragment, fragmentText);
  expect(await client.pull(fragment)).toHaveLength(1);
  await client.close(entry);
  expect(await client.pull(fragment)).toHaveLength(1);
  await client.replace(fragment, "'401'", "'403'");
  expect(await client.pull(fragment)).toMatchObject([{ code: 'missing-401' }]);
  await client.close(fragment);
  await client.open(fragment, fragmentText);
  expect(await client.pull(fragment)).toEqual([]);
});

test('a closed entry that an open fragment keeps shows nothing in closed files', async () => {
  const text = entryText.replace('components:', '  /pets: { $ref: ./cats.yaml }\ncomponents:');
  const entry = folder.write(
    'dogs-api.yaml',
    text.replace('title: Dogs', 'title: Cats and dogs').replace('security:\n  - bearer', 'security:\n  - bear'),
  );
  const cats = folder.write('cats.yaml', fragmentText);
  const fragment = folder.uriOf('dogs.yaml');
  await client.open(entry, text);
  await client.open(fragment, fragmentText);
  expect(await client.pull(entry)).toEqual([]);
  expect(await client.pull(fragment)).toHaveLength(1);
  await client.nextPush(cats, ({ diagnostics }) => diagnostics.length === 1);
  await client.close(entry);
  await client.nextPush(cats, ({ diagnostics }) => diagnostics.length === 0);
  expect(await client.pull(fragment)).toHaveLength(1);
  expect(client.pushed(entry)).toBeUndefined();
});

test('the client is asked to pull again when an entry is opened and changed', async () => {
  const fragment = folder.uriOf('dogs.yaml');
  const entry = folder.uriOf('dogs-api.yaml');
  await client.open(fragment, fragmentText);
  expect(await client.pull(fragment)).toEqual([]);
  await client.open(entry, entryText);
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(fragment)).toHaveLength(1);
  await client.replace(entry, './dogs.yaml', './cats.yaml');
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(fragment)).toEqual([]);
  await client.replace(entry, './cats.yaml', './dogs.yaml');
  await client.next('workspace/diagnostic/refresh');
  expect(await client.pull(fragment)).toHaveLength(1);
});

test('a change of a fragment concerns the entry that is open', async () => {
  const fragment = folder.uriOf('dogs.yaml');
  const entry = folder.uriOf('dogs-api.yaml');
  await client.open(entry, entryText);
  await client.open(fragment, fragmentText);
  expect(await client.pull(entry)).toEqual([]);
  await client.replace(fragment, 'responses:', 'security: [{ bear: [] }]\n  responses:');
  expect(await client.pull(fragment)).toMatchObject([{ code: 'undefined-security-scheme' }, { code: 'missing-www-authenticate' }]);
});

test('an open text stands before its file', async () => {
  const fragment = folder.uriOf('dogs.yaml');
  await client.open(folder.uriOf('dogs-api.yaml'), entryText);
  await client.open(fragment, soundFragmentText);
  expect(await client.pull(fragment)).toEqual([]);
});

test('what two entries report of one text appears once', async () => {
  const second = folder.write('more-dogs.yaml', entryText.replaceAll('/dogs:', '/more-dogs:'));
  const fragment = folder.uriOf('dogs.yaml');
  await client.open(folder.uriOf('dogs-api.yaml'), entryText);
  await client.open(second, entryText.replaceAll('/dogs:', '/more-dogs:'));
  await client.open(fragment, fragmentText);
  const diagnostics = await client.pull(fragment);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.relatedInformation?.map(({ message }) => message)).toEqual([
    'GET /dogs answers with it',
    'GET /more-dogs answers with it',
  ]);
});

test('other YAML has nothing to show', async () => {
  await client.open(folder.uriOf('other.yaml'), otherText);
  expect(await client.pull(folder.uriOf('other.yaml'))).toEqual([]);
});

test('JSON is read as well', async () => {
  const uri = folder.uriOf('api.json');
  const text = JSON.stringify(
    { openapi: '3.0.3', paths: { '/a': { get: { security: [{ key: [] }], responses: { 200: { description: '' } } } } } },
    null,
    2,
  );
  await client.open(uri, text, 'json');
  const diagnostics = await client.pull(uri);
  expect(diagnostics.map(({ code }) => code)).toContain('undefined-security-scheme');
});
