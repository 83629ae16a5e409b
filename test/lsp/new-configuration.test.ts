import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntriesResult, NewConfigurationResult } from '../../server/protocol.ts';
import { TestClient, TestFolder } from './client.ts';
import { otherText, petsText } from './texts.ts';

let folder: TestFolder;
let client: TestClient;
beforeEach(async () => {
  folder = new TestFolder({ 'pets.yaml': petsText, 'deep/dogs.yaml': petsText, 'own/cats.yaml': petsText, 'other.yaml': otherText });
  folder.write('own/.auth-lint.yaml', 'extends: minimal\n');
  client = await TestClient.start({ folders: [folder.uri] });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

function newConfiguration(name = ''): Promise<NewConfigurationResult> {
  return client.connection.sendRequest('authLint/newConfiguration', { folder: name ? folder.uriOf(name) : folder.uri });
}

test('looks at the descriptions for which the file will count', async () => {
  const result = await newConfiguration();
  expect(result?.uri).toBe(folder.uriOf('.auth-lint.yaml'));
  expect(result?.text).toContain('descriptions 2, files 2, operations 2.');
  expect(result?.text).toContain('#   missing-401: warning # findings: 2');
});

test('leaves nothing checked that nobody asked for, and what is open as it was', async () => {
  await client.open(folder.uriOf('pets.yaml'), petsText);
  await newConfiguration();
  const entries = await client.connection.sendRequest<EntriesResult>('authLint/entries');
  expect(entries.map(({ uri }) => uri)).toEqual([folder.uriOf('pets.yaml')]);
  expect(await client.pull(folder.uriOf('pets.yaml'))).toMatchObject([{ code: 'missing-401' }]);
  expect(client.pushed(folder.uriOf('deep/dogs.yaml'))).toBeUndefined();
});

test('a configuration that is there is named, and has no text to be written over it', async () => {
  folder.write('.auth-lint.json', '{}');
  expect(await newConfiguration()).toEqual({ uri: folder.uriOf('.auth-lint.json') });
  expect(await newConfiguration('own')).toEqual({ uri: folder.uriOf('own/.auth-lint.yaml') });
});

test('so is one that is open and not saved', async () => {
  await client.open(folder.uriOf('deep/.auth-lint.yml'), 'extends: all\n');
  expect(await newConfiguration('deep')).toEqual({ uri: folder.uriOf('deep/.auth-lint.yml') });
});

test('one that is open without being seen, and has no file any more, is none', async () => {
  const uri = folder.uriOf('deep/.auth-lint.yaml');
  await client.open(uri, 'extends: all\n');
  await client.connection.sendNotification('authLint/hidden', { uris: [uri] });
  expect((await newConfiguration('deep'))?.text).toMatch(/^extends: recommended$/m);
});
