import { describe, expect, it } from 'vitest';
import { corpusEntries, corpusLinter, corpusText, corpusPath, corpusUri } from '../support/corpus.ts';
import counts from './counts.json' with { type: 'json' };

// How many findings each rule has in each description. A change here is a change for users: look at the findings, then write it down.
describe.each(corpusEntries)('$entry', ({ entry }) => {
  it('has the findings that it had', async () => {
    const found: Record<string, number> = {};
    for (const { rule } of (await corpusLinter().check(corpusUri(entry)))?.findings ?? []) found[rule] = (found[rule] ?? 0) + 1;
    expect(found).toEqual((counts as Record<string, unknown>)[entry]);
  });

  it('marks one line of an existing text with each', async () => {
    for (const { file, range } of (await corpusLinter().check(corpusUri(entry)))?.findings ?? []) {
      const marked = corpusText(corpusPath(file)).slice(range.start, range.end);
      expect(marked).toMatch(/^[^\r\n]+$/);
    }
  });
});
