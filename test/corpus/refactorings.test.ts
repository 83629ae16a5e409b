import { describe, expect, it } from 'vitest';
import type { EntryResult, Linter, Refactoring } from '../../linter/index.ts';
import { applyEdits } from '../../linter/text/edit.ts';
import { corpusEntries, corpusLinter, corpusPath, corpusText, corpusUri } from '../support/corpus.ts';
import { graveFindings, reportOf, textsOf401s } from '../support/same-meaning.ts';

describe.each(corpusEntries)('$entry', ({ entry }) => {
  it('says the same when a 401 is extracted, and when one is written out', async () => {
    const uri = corpusUri(entry);
    const linter = corpusLinter();
    const before = await linter.check(uri);
    if (!before) throw new Error(`${entry} was not checked`);
    for (const kind of ['extract', 'inline'] as const) {
      const refactoring = await firstOf(kind, linter, before);
      if (!refactoring) continue;
      const edits = refactoring.edits();
      expect(edits, refactoring.title).not.toEqual([]);
      const after = await corpusLinter(new Map(edits.map(({ file, edits: list }) => [file, applyEdits(corpusText(corpusPath(file)), list)]))).check(uri);
      if (!after) throw new Error(`${entry} was not checked`);
      const shared = textsOf401s(kind === 'extract' ? after : before);
      expect(reportOf(after), refactoring.title).toEqual(reportOf(before));
      expect(graveFindings(after, shared), refactoring.title).toEqual(graveFindings(before, shared));
    }
  });
});

/** The first refactoring of a kind at the 401s of a description; undefined when there is none. */
async function firstOf(kind: Refactoring['kind'], linter: Linter, { entry, api }: EntryResult): Promise<Refactoring | undefined> {
  for (const { unauthorized } of api?.operations ?? []) {
    const key = unauthorized.cover === 'explicit' ? unauthorized.entry?.key : undefined;
    if (!key?.entry) continue;
    const where = { file: key.file.uri, range: key.entry.keyNode.range };
    const found = (await linter.refactorings(entry, where)).find((refactoring) => refactoring.kind === kind);
    if (found) return found;
  }
  return undefined;
}
