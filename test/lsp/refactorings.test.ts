import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CodeAction, CodeActionRequest, LSPErrorCodes, type Range } from 'vscode-languageserver-protocol/node';
import { plainCapabilities, TestClient, TestFolder } from './client.ts';
import { entryText, petsText, soundFragmentText } from './texts.ts';

const uri = 'untitled:pets';

/** Two operations with the same 401 in their own text, and nothing to find. */
const twiceText = `openapi: 3.1.0
info: { title: Pets, version: '1' }
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: No # at all
          headers:
            WWW-Authenticate: { required: true, schema: { type: string } }
    put:
      responses:
        "401": { description: No, headers: { WWW-Authenticate: { required: true, schema: { type: string } } } }
components:
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
`;

let client: TestClient;
beforeEach(async () => {
  client = await TestClient.start();
});
afterEach(() => client.stop());

async function at(range: Range, only?: string[], document = uri): Promise<readonly CodeAction[]> {
  const params = { textDocument: { uri: document }, range, context: { diagnostics: [], ...(only && { only }) } };
  return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as readonly CodeAction[];
}

function cursor(text: string): Range {
  const { start } = client.rangeOf(uri, text);
  return { start, end: start };
}

test('are offered where there is no finding, without edits', async () => {
  await client.open(uri, twiceText);
  expect(await client.pull(uri)).toEqual([]);
  const actions = await at(cursor("'401'"));
  expect(actions.map(({ title, kind, edit }) => [title, kind, edit])).toEqual([
    ['Extract as the shared response “Unauthorized”, with another one that is equal', 'refactor.extract', undefined],
  ]);
});

test('a resolved one is applied, and its opposite is there then', async () => {
  await client.open(uri, twiceText);
  const [extract] = await at(cursor("'401'"));
  await client.apply((await client.resolve(extract)).edit);
  expect(client.document(uri).getText()).toContain(`    put:
      responses:
        "401": { $ref: '#/components/responses/Unauthorized' }
components:`);
  const [inline, ...others] = await at(cursor('"401"'));
  expect([inline?.title, inline?.kind, others]).toEqual(['Write out the shared response “Unauthorized” here', 'refactor.inline', []]);
  await client.apply((await client.resolve(inline)).edit);
  expect(client.document(uri).getText()).toContain(`        "401":
          description: No # at all
`);
  expect(await client.pull(uri)).toEqual([]);
});

test('only the wanted kinds are offered', async () => {
  await client.open(uri, twiceText);
  const kinds = async (only: string[]) => (await at(cursor("'401'"), only)).map(({ kind }) => kind);
  expect(await kinds([''])).toEqual(['refactor.extract']);
  expect(await kinds(['refactor'])).toEqual(['refactor.extract']);
  expect(await kinds(['refactor.extract'])).toEqual(['refactor.extract']);
  expect(await kinds(['refactor.inline'])).toEqual([]);
  expect(await kinds(['quickfix'])).toEqual([]);
});

test('one for a text that has changed is refused', async () => {
  await client.open(uri, twiceText);
  const [extract] = await at(cursor("'401'"));
  await client.replace(uri, 'No # at all', 'No');
  await expect(client.resolve(extract)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});

test('what a quick fix at the place does already is not there twice', async () => {
  await client.open(
    uri,
    petsText
      .replace('security:\n  - bearer: []\n', '')
      .replace('components:', '  /dogs:\n    put: {security: []}\n  /cats:\n    post: {}\ncomponents:'),
  );
  const [diagnostic] = await client.pull(uri);
  const titles = (await client.codeActions(uri, diagnostic ? [diagnostic] : [])).map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith('Declare all'))).toEqual(['Declare all 2 operations public that say nothing']);
  const own = await at(cursor('get'), ['refactor']);
  expect(own.map(({ title }) => title)).toEqual([
    'Require bearer in all 2 operations that say nothing',
    'Declare all 2 operations public that say nothing',
  ]);
});

test('a part of a description is edited with its entry, open or not', async () => {
  const folder = new TestFolder({ 'dogs-api.yaml': entryText, 'dogs.yaml': soundFragmentText });
  const [entry, fragment] = [folder.uriOf('dogs-api.yaml'), folder.uriOf('dogs.yaml')];
  await client.open(entry, entryText);
  await client.open(fragment, soundFragmentText);
  const { start } = client.rangeOf(fragment, "'401'");
  const [extract] = await at({ start, end: start }, ['refactor'], fragment);
  const { edit } = await client.resolve(extract);
  await client.apply(edit);
  expect(client.document(fragment).getText()).toContain("    '401':\n      $ref: ./dogs-api.yaml#/components/responses/Unauthorized\n");
  expect(client.document(entry).getText()).toContain('  responses:\n    Unauthorized:\n      description: No\n');
  folder.remove();
});

test('a switched off file has none', async () => {
  const other = await TestClient.start({ settings: () => ({ enable: false }) });
  await other.open(uri, twiceText);
  const { start } = other.rangeOf(uri, "'401'");
  const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } };
  expect(await other.connection.sendRequest(CodeActionRequest.type, params)).toEqual([]);
  await other.stop();
});

test('a client without resolve gets the edits at once', async () => {
  const other = await TestClient.start({ capabilities: plainCapabilities });
  await other.open(uri, twiceText);
  const { start } = other.rangeOf(uri, "'401'");
  const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } };
  const [extract] = ((await other.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as readonly CodeAction[];
  expect(extract?.edit?.changes?.[uri]?.length).toBe(3);
  await other.stop();
});
