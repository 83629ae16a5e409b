import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeConfigurationNotification,
  type InlayHint,
  InlayHintRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import { TestClient, TestFolder } from './client.ts';
import { entryText, petsText, soundFragmentText } from './texts.ts';

const uri = 'untitled:pets';

let client: TestClient;
let settings: Record<string, unknown>;
let folder: TestFolder;
beforeEach(async () => {
  folder = new TestFolder({ 'openapi.yaml': entryText, 'dogs.yaml': soundFragmentText });
  settings = { codeLens: true };
  client = await TestClient.start({ settings: () => settings });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function lenses(document = uri): Promise<readonly CodeLens[]> {
  return (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: document } })) ?? [];
}

async function resolve(lens: CodeLens | undefined): Promise<CodeLens> {
  if (!lens) throw new Error('there is no such lens');
  return await client.connection.sendRequest(CodeLensResolveRequest.type, lens);
}

async function titles(document = uri): Promise<readonly (string | undefined)[]> {
  const resolved: CodeLens[] = [];
  for (const lens of await lenses(document)) resolved.push(await resolve(lens));
  return resolved.map(({ command }) => command?.title);
}

async function hints(document = uri, lines: readonly [number, number] = [0, 1000]): Promise<readonly InlayHint[]> {
  const range = { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  return (await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: document }, range })) ?? [];
}

const labels = (all: readonly InlayHint[]) =>
  all.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));

const requests = (method: string) => client.messages.filter((message) => message.method === method).length;

async function changeSettings(value: Record<string, unknown>): Promise<void> {
  settings = value;
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
}

describe('code lenses', () => {
  test('have only places until one is resolved', async () => {
    await client.open(uri, petsText);
    const [get, scheme, ...others] = await lenses();
    expect([get?.range, get?.command, others]).toEqual([client.rangeOf(uri, 'get'), undefined, []]);
    expect((await resolve(get)).command).toEqual({ title: 'bearer · no 401', command: '' });
    expect((await resolve(scheme)).command?.title).toBe('used by 1 operation');
  });

  test('lead to places by the command of the client', async () => {
    const other = await TestClient.start({
      settings: () => settings,
      initializationOptions: { commands: ['authLint.showLocations'], icons: true },
    });
    await other.open(uri, petsText);
    const [lens] = (await other.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
    const { command } = await other.connection.sendRequest(CodeLensResolveRequest.type, lens as CodeLens);
    expect(command).toMatchObject({
      title: '$(lock)\u00a0bearer\u00a0·\u00a0$(x)\u00a0no 401',
      command: 'authLint.showLocations',
      arguments: [{ uri }],
    });
    expect(command?.arguments?.[0].locations).toHaveLength(2);
    await other.stop();
  });

  test('of a text that has changed are not resolved', async () => {
    await client.open(uri, petsText);
    const [lens] = await lenses();
    await client.replace(uri, 'title: Pets', 'title: Dogs');
    await expect(resolve(lens)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  });

  test('are off unless they are wanted', async () => {
    await changeSettings({});
    await client.open(uri, petsText);
    expect(await lenses()).toEqual([]);
  });

  test('are asked for again when another file or the settings make them others, and only then', async () => {
    const [entry, dogs] = [folder.uriOf('openapi.yaml'), folder.uriOf('dogs.yaml')];
    await client.open(entry, entryText);
    await client.open(dogs, soundFragmentText);
    await client.pull(entry);
    expect(await titles(dogs)).toEqual(['bearer · 401 · challenge']);
    await client.replace(entry, 'title: Dogs', 'title: Cats');
    await client.nextStatus(dogs);
    expect(requests('workspace/codeLens/refresh')).toBe(0);
    await client.replace(entry, '  - bearer: []', '  []');
    await client.next('workspace/codeLens/refresh');
    expect(await titles(dogs)).toEqual(['public · 401']);
    await changeSettings({});
    await client.next('workspace/codeLens/refresh');
    expect(await titles(dogs)).toEqual([]);
  });
});

describe('inlay hints', () => {
  test('are those of the lines that are asked for, unless they are switched off', async () => {
    await client.open(uri, petsText);
    const [hint, ...others] = await hints();
    expect(hint?.position).toEqual(client.rangeOf(uri, 'get:').end);
    expect([labels([hint as InlayHint]), others]).toEqual([['security: bearer (inherited)'], []]);
    expect(await hints(uri, [0, 4])).toEqual([]);
    await changeSettings({ inlayHints: false });
    expect(await hints()).toEqual([]);
  });

  test('are asked for again when another file makes them others, and only then', async () => {
    const [entry, dogs] = [folder.uriOf('openapi.yaml'), folder.uriOf('dogs.yaml')];
    await client.open(entry, entryText);
    await client.open(dogs, soundFragmentText);
    await client.pull(entry);
    expect(labels(await hints(dogs))).toEqual(['security: bearer (inherited)']);
    await client.replace(entry, 'title: Dogs', 'title: Cats');
    await client.nextStatus(dogs);
    expect(requests('workspace/inlayHint/refresh')).toBe(0);
    await client.replace(entry, '  - bearer: []', '  []');
    await client.next('workspace/inlayHint/refresh');
    expect(labels(await hints(dogs))).toEqual(['security: public (inherited)']);
  });

  test('are not asked for again for a text that has itself changed: the client does that anyway', async () => {
    await client.open(uri, petsText);
    await client.pull(uri);
    await hints();
    await client.nextStatus(uri);
    await client.replace(uri, '  - bearer: []', '  []');
    await client.nextStatus(uri);
    expect(requests('workspace/inlayHint/refresh')).toBe(0);
  });
});
