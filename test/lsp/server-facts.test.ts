import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ServerFacts } from '../../server/protocol.ts';
import { TestClient, TestFolder } from './client.ts';
import { entryText, fragmentText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
beforeEach(async () => {
  folder = new TestFolder({ 'dogs.yaml': fragmentText });
  client = await TestClient.start({ folders: [folder.uri], settings: () => ({ preset: 'loud' }) });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

test('the facts are figures, names in the workspace, and what was logged', async () => {
  const uri = folder.uriOf('deep/api.yaml');
  await client.open(uri, entryText.replace('./dogs.yaml', '../dogs.yaml'));
  await client.pull(uri);
  const facts = await client.connection.sendRequest<ServerFacts>('authLint/serverFacts');
  expect(facts.descriptions).toMatchObject([
    { name: 'deep/api.yaml', version: '3.1.0', files: 2, operations: 1, findings: 1, preset: 'recommended', hasConfiguration: false },
  ]);
  expect(facts.openDocuments).toBe(1);
  expect(facts.log).toEqual(['authLint.preset must be one of minimal, recommended, strict, all.']);
  expect(JSON.stringify(facts)).not.toContain('Dogs');
});
