import { afterEach, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemTag,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from './client.ts';
import { entryText, fragmentText, otherText, petsText } from './texts.ts';

let client: TestClient;
afterEach(() => client.stop());

const uri = 'untitled:pets';

const withSnippets: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true, tagSupport: { valueSet: [CompletionItemTag.Deprecated] } } } },
};

/** What is offered behind the only place with this text, in the order that an editor shows. */
async function completions(before: string, file = uri): Promise<readonly CompletionItem[]> {
  const params = { textDocument: { uri: file }, position: client.rangeOf(file, before).end };
  const items = ((await client.connection.sendRequest(CompletionRequest.type, params)) ?? []) as readonly CompletionItem[];
  return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

/** The open text after an item. */
async function accepted(item: CompletionItem | undefined): Promise<string> {
  if (!item) throw new Error('there is no such completion');
  const { range, newText } = item.textEdit as TextEdit;
  await client.change(uri, [{ range, text: newText }]);
  return client.document(uri).getText();
}

test('names are completed in the text as it is typed', async () => {
  client = await TestClient.start();
  await client.open(uri, petsText);
  await client.replace(uri, '- bearer: []', '- ');
  expect(await completions('security:\n  - ')).toMatchObject([
    { label: 'bearer', detail: 'Security scheme: http, bearer', insertTextMode: InsertTextMode.asIs },
    { label: '{}', detail: 'Alternative without credentials: they become optional' },
  ]);
  await client.replace(uri, '  - \n', '  - be\n');
  expect(await accepted((await completions('  - be'))[0])).toBe(petsText);
});

test('what is typed with a quote is filtered with it', async () => {
  client = await TestClient.start();
  await client.open(uri, petsText.replace('          description: The pets\n', "          description: The pets\n        '4'\n"));
  const [first] = await completions("        '4'".slice(0, -1));
  expect(first).toMatchObject({ filterText: "'401", preselect: true, label: '401' });
  expect(await accepted(first)).toContain("        '401':\n          description: ");
});

/** The text with an example challenge. */
const challenge = (example: string) =>
  petsText
    .replace("'200'", "'401'")
    .replace('components:', `          headers:\n            WWW-Authenticate:\n              example: ${example}\ncomponents:`);

test.each([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet
  [withSnippets, { insertTextFormat: InsertTextFormat.Snippet, textEdit: { newText: 'realm=\\\\"${1:Pets}\\\\"' } }],
  [{}, { textEdit: { newText: 'realm=\\"Pets\\"' } }],
])('snippets are for clients that know them', async (capabilities, expected) => {
  client = await TestClient.start({ capabilities });
  await client.open(uri, challenge('"Bearer "'));
  const [first] = await completions('example: "Bearer ');
  expect(first).toMatchObject({ label: 'realm', ...expected });
  expect('insertTextFormat' in (first ?? {})).toBe('insertTextFormat' in expected);
});

test('deprecated schemes stand behind the others, and are marked', async () => {
  client = await TestClient.start({ capabilities: withSnippets });
  const text = petsText
    .replace('3.1.0', '3.2.0')
    .replace('    bearer:\n', '    old: { type: apiKey, in: header, name: X-Old, deprecated: true }\n    bearer:\n');
  await client.open(uri, text.replace('- bearer: []', '- '));
  const items = await completions('security:\n  - ');
  expect(items.map(({ label, tags }) => [label, tags])).toEqual([
    ['bearer', undefined],
    ['{}', undefined],
    ['old', [CompletionItemTag.Deprecated]],
  ]);
});

test('a fragment is completed with what its entry knows', async () => {
  client = await TestClient.start({
    folders: ['file:///api'],
    answers: { 'authLint/readFile': () => ({ text: fragmentText }) },
  });
  await client.open('file:///api/openapi.yaml', entryText);
  const fragment = 'file:///api/dogs.yaml';
  await client.open(fragment, fragmentText.replace('get:\n', 'get:\n  security: [{}]\n'));
  expect((await completions('security: [{', fragment)).map(({ label }) => label)).toEqual(['bearer']);
});

test('nothing is completed where the linter is off, and in other texts', async () => {
  client = await TestClient.start({ initializationOptions: { settings: { enable: false } }, capabilities: {} });
  await client.open(uri, petsText.replace('- bearer: []', '- '));
  expect(await completions('security:\n  - ')).toEqual([]);
  await client.open('untitled:other', otherText);
  expect(await completions('jobs: [', 'untitled:other')).toEqual([]);
});

test('a configuration file is completed, unless something else does that', async () => {
  const configuration = 'file:///api/.auth-lint.yaml';
  client = await TestClient.start();
  await client.open(configuration, 'extends: strict\nrul');
  expect((await completions('rul', configuration)).map(({ label }) => label)).toEqual(['rules', 'overrides', 'fix', 'ignore']);
  await client.stop();
  client = await TestClient.start({ initializationOptions: { completesConfiguration: false } });
  await client.open(configuration, 'extends: strict\nrul');
  expect(await completions('rul', configuration)).toEqual([]);
});

test('what a parameter is for is told when somebody asks', async () => {
  client = await TestClient.start({ capabilities: withSnippets });
  await client.open(uri, challenge('Bearer realm=x, '));
  const scope = (await completions('realm=x,')).find(({ label }) => label === 'scope');
  expect(scope?.documentation).toBe(undefined);
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, scope as CompletionItem);
  expect(resolved.documentation).toEqual({
    kind: 'markdown',
    value: 'The scopes that the access token must have.\n\n[RFC 6750 §3](https://www.rfc-editor.org/rfc/rfc6750#section-3)',
  });
});
