import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { fixAll } from '../../linter/index.ts';
import { applyEdits } from '../../linter/text/edit.ts';
import { corpusEntries, corpusLinter, corpusPath, corpusText, corpusUri } from '../support/corpus.ts';

describe.each(corpusEntries)('$entry', ({ entry }) => {
  it('is fixed by fix all: nothing safe is left, nothing new is found, nothing else changed', async () => {
    const uri = corpusUri(entry);
    const before = corpusLinter();
    const found = (await before.check(uri))?.findings ?? [];
    const edits = (await fixAll(before, [uri])).files;
    const texts = new Map(edits.map(({ file, edits: list }) => [file, applyEdits(corpusText(corpusPath(file)), list)]));

    const after = corpusLinter(texts);
    const left = (await after.check(uri))?.findings ?? [];
    expect(left.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'safe'))).toEqual([]);
    expect(left.map(({ message }) => message).filter((message) => !found.some((old) => old.message === message))).toEqual([]);
    expect((await fixAll(after, [uri])).files).toEqual([]);
    for (const [file, text] of texts) expect(contains(valueOf(text), valueOf(corpusText(corpusPath(file))))).toBe(true);
  });
});

function valueOf(text: string): unknown {
  const trimmed = text.trimStart();
  return trimmed.startsWith('{') ? JSON.parse(trimmed) : parseDocument(text, { merge: true, uniqueKeys: false, logLevel: 'silent' }).toJS({ maxAliasCount: -1 });
}

/** True when all of `part` is in `whole`, where maps may have more keys. */
function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) return Array.isArray(whole) && whole.length === part.length && part.every((item, index) => contains(whole[index], item));
  if (typeof part !== 'object' || part === null) return Object.is(whole, part);
  return typeof whole === 'object' && whole !== null && Object.entries(part).every(([key, value]) => contains((whole as Record<string, unknown>)[key], value));
}
