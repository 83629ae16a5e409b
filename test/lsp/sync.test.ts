import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestClient } from './client.ts';
import { otherText, petsText } from './texts.ts';

const uri = 'file:///nowhere/api.yaml';
let client: TestClient;
beforeEach(async () => {
  client = await TestClient.start();
});
afterEach(() => client.stop());

async function codes(): Promise<readonly unknown[]> {
  return (await client.pull(uri)).map(({ code }) => code);
}

test('sees incremental changes', async () => {
  await client.open(uri, petsText);
  expect(await codes()).toEqual(['missing-401']);
  await client.replace(uri, "'200'", "'401'");
  expect(await codes()).toEqual(['missing-www-authenticate']);
  await client.change(uri, [
    { range: client.rangeOf(uri, "'401'"), text: "'200'" },
    { range: client.rangeOf(uri, '  - bearer: []'), text: '  - bearer: []\n  - {}' },
  ]);
  expect(client.document(uri).getText()).toContain('security:\n  - bearer: []\n  - {}\n');
  expect(await codes()).toEqual([]);
});

test('answers for the newest text when changes and pulls come in one burst', async () => {
  await client.open(uri, petsText);
  const first = client.pull(uri);
  await client.replace(uri, "'200'", "'401'");
  const second = client.pull(uri);
  await client.replace(uri, "'401'", "'200'");
  const third = client.pull(uri);
  expect((await third).map(({ code }) => code)).toEqual(['missing-401']);
  expect([(await first).length, (await second).length]).toEqual([1, 1]);
});

test('marks what the client sees: CRLF, and characters of two code units', async () => {
  const text = petsText
    .replace('/pets:', "'/🐈🐈':")
    .replace('    get:\n', '    { x-🐕: 1, get: { responses: { "200": { description: Ok } } } }\n');
  const flow = text.replace(/ {6}responses:[\s\S]*?(?=components:)/, '').replaceAll('\n', '\r\n');
  await client.open(uri, flow);
  const [diagnostic, ...others] = await client.pull(uri);
  expect(others).toEqual([]);
  expect(diagnostic && client.document(uri).getText(diagnostic.range)).toBe('get');
  expect(diagnostic?.range.start).toEqual({ line: 6, character: '    { x-🐕: 1, '.length });
});

test('keeps line ends when it fixes', async () => {
  await client.open(uri, petsText.replaceAll('\n', '\r\n'));
  const [diagnostic] = await client.pull(uri);
  const [action] = await client.codeActions(uri, diagnostic ? [diagnostic] : []);
  await client.apply((await client.resolve(action)).edit);
  expect(client.document(uri).getText()).not.toMatch(/[^\r]\n/);
  expect(await client.pull(uri)).toEqual([]);
});

test('answers at every point of typing a description', async () => {
  await client.open(uri, '');
  for (const character of petsText) {
    const end = client.document(uri).positionAt(client.document(uri).getText().length);
    await client.change(uri, [{ range: { start: end, end }, text: character }]);
    await client.pull(uri);
  }
  expect(await codes()).toEqual(['missing-401']);
});

test('answers for texts that are no descriptions', async () => {
  for (const text of [
    '',
    otherText,
    '\u0000\u0001',
    '[',
    '{"openapi":',
    'openapi: 3.1.0',
    'openapi: *a',
    '\ufeff'.repeat(3),
    '- '.repeat(5000),
  ]) {
    await client.open(uri, text);
    expect(Array.isArray(await client.pull(uri))).toBe(true);
    await client.close(uri);
  }
});

test('takes changes and pulls of documents that are not open', async () => {
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 7 },
    contentChanges: [{ text: petsText }],
  });
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  expect(await client.pull(uri)).toEqual([]);
  expect(await client.codeActions(uri, [])).toEqual([]);
});

test('a document that stops being a description has nothing to show', async () => {
  await client.open(uri, petsText);
  expect(await codes()).toEqual(['missing-401']);
  await client.replace(uri, 'openapi: 3.1.0', 'kind: Pod');
  expect(await codes()).toEqual([]);
  await client.replace(uri, 'kind: Pod', 'openapi: 3.1.0');
  expect(await codes()).toEqual(['missing-401']);
});
