import { afterEach, beforeEach, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { PlaceToShow, ReportParams, ReportResult } from '../../server/protocol.ts';
import { progressToken, TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText, petsText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
beforeEach(async () => {
  folder = new TestFolder({ 'pets.yaml': petsText, 'dogs-api.yml': entryText, 'dogs.yaml': fragmentText, 'plain.yaml': 'a: b\n' });
  client = await TestClient.start({
    folders: [folder.uri],
    initializationOptions: { entries: true, version: '9.8.7', words: { all: 'alle' } },
  });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function report(params: Partial<ReportParams> = {}): Promise<ReportResult> {
  const all = { format: 'html', search: true, links: true, language: 'en', workDoneToken: progressToken, ...params };
  return await client.connection.sendRequest('authLint/report', all);
}

/** Where the links of a page lead, in their order. */
function targets(html: string): readonly PlaceToShow[] {
  return [...html.matchAll(/href="command:authLint\.showOperation\?([^"]*)"/g)].flatMap(([, query = '']) =>
    JSON.parse(decodeURIComponent(query)),
  );
}

test('finds the descriptions, and links their operations to where they stand', async () => {
  const { text, entries, cancelled } = await report();
  expect({ entries, cancelled }).toEqual({ entries: 2, cancelled: false });
  expect(targets(text).map(({ uri, position }) => [uri, position.line])).toEqual([
    [folder.uriOf('dogs.yaml'), 0],
    [folder.uriOf('pets.yaml'), 6],
  ]);
  expect(text).toContain('<footer>OpenAPI Auth Lint 9.8.7</footer>');
});

test('speaks the language of the client', async () => {
  const { text } = await report({ language: 'de' });
  expect(text).toContain('<html lang="de">');
  expect(text).toContain('<option value="">alle</option>');
});

test('is of what is checked when nothing is to be searched, and follows it', async () => {
  expect(await report({ search: false })).toMatchObject({ entries: 0 });
  await report();
  client.open(folder.uriOf('pets.yaml'), petsText.replace('/pets:', '/cats:'));
  const { text, entries } = await report({ search: false, format: 'markdown' });
  expect(entries).toBe(2);
  expect(text).toContain('`GET /cats`');
});

test('comes as Markdown and as CSV', async () => {
  expect((await report({ format: 'markdown' })).text).toMatch(/^# Authentication report\n/);
  expect((await report({ format: 'csv' })).text).toMatch(/^description,/);
  expect(targets((await report({ links: false })).text)).toEqual([]);
});

test('leaves out what is ignored, and where the linter is off', async () => {
  folder.write('.auth-lint.yaml', 'ignore: [pets.yaml]\n');
  const { text } = await report({ format: 'csv' });
  expect(text).toContain('dogs-api.yml');
  expect(text).not.toContain('pets.yaml');
});

test('names the folder where there are several', async () => {
  const second = new TestFolder({ 'pets.yaml': petsText });
  const both = await TestClient.start({ folders: [folder.uri, second.uri] });
  const params: ReportParams = { format: 'csv', search: true, links: false, language: 'en' };
  const { text } = await both.connection.sendRequest<ReportResult>('authLint/report', params);
  await both.stop();
  second.remove();
  for (const { uri } of [folder, second]) expect(text).toContain(`\n${uri.slice(uri.lastIndexOf('/') + 1)}/pets.yaml,`);
});

test('is of nothing when it was cancelled', async () => {
  const source = new CancellationTokenSource();
  const answers = {
    'authLint/findFiles': () => {
      source.cancel();
      return { uris: ['vfs:/api/pets.yaml'] };
    },
    'authLint/readFile': () => ({ text: petsText }),
  };
  const virtual = await TestClient.start({ folders: ['vfs:/api'], answers });
  const params: ReportParams = { format: 'html', search: true, links: true, language: 'en' };
  const result = await virtual.connection.sendRequest<ReportResult>('authLint/report', params, source.token);
  await virtual.stop();
  expect(result).toEqual({ text: '', entries: 0, cancelled: true });
});
