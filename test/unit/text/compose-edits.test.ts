import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeEdits } from '../../../linter/text/compose-edits.ts';
import { applyEdits, type TextEdit } from '../../../linter/text/edit.ts';

/** Edits of a text of some length that don't touch each other, sorted. */
function editsOf(length: number): fc.Arbitrary<readonly TextEdit[]> {
  const places = fc.uniqueArray(fc.nat(length), { maxLength: 8 }).map((list) => list.sort((a, b) => a - b));
  return fc.tuple(places, fc.array(fc.string({ maxLength: 4 }), { minLength: 4, maxLength: 4 })).map(([sorted, texts]) =>
    sorted.flatMap((start, index) => {
      const end = sorted[index + 1];
      return index % 2 === 0 && end !== undefined
        ? [{ range: { start, end: Math.max(start, end - 1) }, text: texts[index / 2] ?? '' }]
        : [];
    }),
  );
}

describe('edits of edits', () => {
  it('do at once what both do', () => {
    const cases = fc
      .string({ maxLength: 30 })
      .chain((text) => editsOf(text.length).map((first) => ({ text, first })))
      .chain(({ text, first }) => editsOf(applyEdits(text, first).length).map((second) => ({ text, first, second })));
    fc.assert(
      fc.property(cases, ({ text, first, second }) => {
        expect(applyEdits(text, composeEdits(text, first, second))).toBe(applyEdits(applyEdits(text, first), second));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('stay apart where they don’t touch', () => {
    const first = [{ range: { start: 0, end: 0 }, text: 'a\n' }];
    const second = [{ range: { start: 6, end: 6 }, text: '!' }];
    expect(composeEdits('one\ntwo\n', first, second)).toEqual([first[0], { range: { start: 4, end: 4 }, text: '!' }]);
  });
});
