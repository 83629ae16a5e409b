import { folder, MemoryFiles, uriOf } from '../../support/memory-files.ts';

/** What is offered at a place. */
export interface Offered {
  /** Each with its kind: `extract: Extract …`. */
  readonly titles: readonly string[];
  /** All texts by path, after the refactoring whose title begins so. */
  edited(title: string): Readonly<Record<string, string>>;
}

/** The refactorings at the cursor `¦`, or between two of them, in a description (the first file) and those beside it. */
export async function offered(files: Readonly<Record<string, string>>): Promise<Offered> {
  const [entry = ''] = Object.keys(files);
  const [path = '', marked = ''] = Object.entries(files).find(([, text]) => text.includes('¦')) ?? [];
  const [before = '', between, behind] = marked.split('¦');
  const text = marked.replaceAll('¦', '');
  const memory = new MemoryFiles({ ...files, [path]: text });
  await memory.check(entry);
  const end = before.length + (behind === undefined ? 0 : (between ?? '').length);
  const found = await memory.linter.refactorings(uriOf(entry), { file: uriOf(path), range: { start: before.length, end } });
  return {
    titles: found.map(({ kind, title }) => `${kind}: ${title}`),
    edited(title) {
      const edits = found.find((each) => each.title.startsWith(title))?.edits();
      if (!edits?.length) throw new Error(`nothing is edited by “${title}”`);
      memory.apply(edits);
      return Object.fromEntries([...memory.texts].map(([uri, each]) => [decodeURIComponent(uri.slice(folder.length)), each]));
    },
  };
}

/** The same for a description in one file, with its text after the first refactoring. */
export async function refactored(text: string, path = 'openapi.yaml'): Promise<string> {
  const { titles, edited } = await offered({ [path]: text });
  const [first = ''] = titles;
  return edited(first.slice(first.indexOf(': ') + 2))[path] ?? '';
}

/** The titles for a description in one file. */
export async function titlesAt(text: string, path = 'openapi.yaml'): Promise<readonly string[]> {
  return (await offered({ [path]: text })).titles;
}
