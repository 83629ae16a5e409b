import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportWords } from '../../linter/report/report-words.ts';
import { wordsIn } from './words.ts';

/** The languages beside English, as VS Code names them. */
export const languages = ['de', 'ja', 'zh-cn'] as const;

type Texts = Readonly<Record<string, string>>;

/** Tables of words by the source that translates them entry by entry: the linter, which has them, knows no other language. */
const tables: ReadonlyMap<string, readonly string[]> = new Map([['server/features/report.ts', Object.values(reportWords)]]);

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
  const paths = (await Promise.all(['client', 'server'].map((room) => sourcesBelow(root, room)))).flat();
  const words = paths.map(async (path) => wordsIn(path, await readFile(join(root, path), 'utf8'), tables.get(path)));
  return [...new Set((await Promise.all(words)).flat())].sort();
}

/** The paths of a room's sources, from the root, with `/`. */
async function sourcesBelow(root: string, room: string): Promise<readonly string[]> {
  const names = await readdir(join(root, room), { recursive: true });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${room}/${name.replaceAll('\\', '/')}`);
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
