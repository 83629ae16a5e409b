import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
} from 'vscode-languageserver-protocol/node';
import { TestClient } from './client.ts';
import { petsText } from './texts.ts';

const uri = 'untitled:pets';
let client: TestClient;
beforeEach(async () => {
  client = await TestClient.start();
});
afterEach(() => client.stop());

/** What is offered behind the only place with this text. */
async function completions(before: string, typed?: string): Promise<readonly CompletionItem[]> {
  const context = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: typed ?? ' ' };
  const params = { textDocument: { uri }, position: client.rangeOf(uri, before).end, ...(typed !== undefined && { context }) };
  return ((await client.connection.sendRequest(CompletionRequest.type, params)) ?? []) as readonly CompletionItem[];
}

test('a finding can be ignored where it stands and in the file, after its fixes', async () => {
  await client.open(uri, petsText);
  const actions = await client.codeActions(uri, await client.pull(uri));
  expect(actions.map(({ title }) => title).slice(0, 5)).toEqual([
    'Add a 401 response, shared as “Unauthorized”',
    'Add a 401 response, written out here',
    'Ignore missing-401 on this line',
    'Ignore missing-401 in this file',
    'Show documentation of missing-401',
  ]);
  await client.apply((await client.resolve(actions[2])).edit);
  expect(client.document(uri).getText()).toContain('    # auth-lint-ignore-next-line missing-401\n    get:\n');
  expect(await client.pull(uri)).toEqual([]);
});

test('a suppression without use is faded out, and its fix removes it', async () => {
  await client.open(uri, petsText.replace('paths:', 'paths: # auth-lint-ignore missing-403, missing-security'));
  const unused = (await client.pull(uri)).filter(({ code }) => code === 'unused-suppression');
  expect(unused.map(({ tags, range }) => [tags, range])).toEqual([[[1], client.rangeOf(uri, 'missing-security')]]);
  const [remove] = await client.codeActions(uri, unused);
  await client.apply((await client.resolve(remove)).edit);
  expect(client.document(uri).getText()).toContain('paths: # auth-lint-ignore missing-403\n');
});

test('rules are completed, those with a finding first', async () => {
  await client.open(uri, petsText.replace('    get:', '    # auth-lint-ignore-next-line \n    get:'));
  const items = await completions('auth-lint-ignore-next-line ', ' ');
  const [first] = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  expect(first).toMatchObject({ label: 'missing-401', preselect: true, textEdit: { newText: 'missing-401' } });
  const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, first as CompletionItem);
  expect(resolved.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('without valid credentials') });
});

test('directives are completed when somebody asks or has begun one, not at every comment', async () => {
  await client.open(uri, petsText.replace('    get:', '    # \n    get:'));
  expect(await completions('    # ', ' ')).toEqual([]);
  expect((await completions('    # ')).map(({ label }) => label)).toContain('auth-lint-ignore-next-line');
  expect(await completions('paths:')).toEqual([]);
});
