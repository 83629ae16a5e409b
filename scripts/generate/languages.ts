import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportWords } from '../../linter/report/report-words.ts';
import { wordsIn } from './words.ts';

/** The languages beside English, as VS Code names them. */
export const languages = ['de', 'ja', 'zh-cn'] as const;

type Texts = Readonly<Record<string, string>>;

/** The words of the client and the server, and what each language has of them. */
export async function bundles(root: string): Promise<readonly [string, string][]> {
  const words = await allWords(root);
  const english = Object.fromEntries(words.map((word) => [word, word]));
  return [['l10n/bundle.l10n.json', json(english)], ...(await translations(root, 'l10n/bundle.l10n', words))];
}

/** What each language has of the manifest's texts, in their order. */
export function manifestTranslations(root: string, texts: Texts): Promise<readonly [string, string][]> {
  return translations(root, 'package.nls', Object.keys(texts));
}

async function allWords(root: string): Promise<readonly string[]> {
  const words = await Promise.all(['client', 'server'].map((room) => wordsBelow(join(root, room))));
  // Both hosts of the report show these; the server translates them.
  return [...new Set([...words.flat(), ...Object.values(reportWords)])].sort();
}

async function wordsBelow(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const words = await Promise.all(names.map(async (name) => wordsIn(join(folder, name), await readFile(join(folder, name), 'utf8'))));
  return words.flat();
}

/** The translations that are there, in the order of the keys and without those that nobody asks for any more. */
function translations(root: string, path: string, keys: readonly string[]): Promise<readonly [string, string][]> {
  return Promise.all(
    languages.map(async (language): Promise<[string, string]> => {
      const file = `${path}.${language}.json`;
      const translated: Texts = JSON.parse(await readFile(join(root, file), 'utf8'));
      return [file, json(Object.fromEntries(keys.flatMap((key) => (translated[key] === undefined ? [] : [[key, translated[key]]]))))];
    }),
  );
}

/** The text of a file of translations. */
export function json(texts: Texts): string {
  return `${JSON.stringify(texts, null, 2)}\n`;
}
