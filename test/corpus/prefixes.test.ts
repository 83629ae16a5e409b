import { describe, expect, it } from 'vitest';
import { corpusLinter, corpusText, corpusUri } from '../support/corpus.ts';

const cutEntries = ['museum/openapi.yaml', 'redocly-cafe/resources/cafe.yaml', 'digital-linguistics/public/swagger/swagger.json'];

describe.each(cutEntries)('%s', (entry) => {
  it('can be cut at 200 places', async () => {
    const text = corpusText(entry);
    const uri = corpusUri(entry);
    for (const length of places(text.length, 200)) {
      const result = await corpusLinter(new Map([[uri, text.slice(0, length)]])).check(uri);
      expect(result?.findings.filter(({ rule }) => rule === 'rule-crash')).toEqual([]);
    }
  });
});

/** Places that look random and are the same at every run (a linear congruential generator). */
function places(length: number, count: number): readonly number[] {
  let state = 401;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % length;
  });
}
