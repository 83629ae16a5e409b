import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { TestClient } from './client.ts';
import { petsText } from './texts.ts';

const words = JSON.parse(readFileSync(new URL('../../l10n/bundle.l10n.de.json', import.meta.url), 'utf8'));
let client: TestClient;
afterEach(() => client.stop());

test('the server speaks the language whose words it gets; what the linter says stays English', async () => {
  client = await TestClient.start({ initializationOptions: { words, commands: ['authLint.showRuleDocumentation'] } });
  await client.open('untitled:pets', petsText);
  const [diagnostic] = await client.pull('untitled:pets');
  expect(diagnostic?.message).toMatch(/documents no 401/);
  const titles = (await client.codeActions('untitled:pets', diagnostic ? [diagnostic] : [])).map(({ title }) => title);
  expect(titles).toContain('Add a 401 response, written out here');
  expect(titles).toContain('Dokumentation zu missing-401 anzeigen');
});

test('words of another shape are not taken', async () => {
  client = await TestClient.start({ initializationOptions: { words: { a: 1 } as never, commands: ['authLint.showRuleDocumentation'] } });
  await client.open('untitled:pets', petsText);
  const titles = (await client.codeActions('untitled:pets', await client.pull('untitled:pets'))).map(({ title }) => title);
  expect(titles).toContain('Show documentation of missing-401');
});
