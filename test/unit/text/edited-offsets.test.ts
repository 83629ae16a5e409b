import { describe, expect, it } from 'vitest';
import { EditedOffsets } from '../../../linter/text/edited-offsets.ts';

const insertion = (at: number, text: string) => ({ range: { start: at, end: at }, text });

/** Of `0123456789`: `34` is replaced by `abc`, `78` is removed, `+` comes before `1`. */
const offsets = new EditedOffsets([
  { range: { start: 7, end: 9 }, text: '' },
  { range: { start: 3, end: 5 }, text: 'abc' },
  insertion(1, '+'),
]);

describe('where an offset is after edits', () => {
  it('does not change before them, and moves behind them', () => {
    expect([0, 2, 5, 6, 9].map((offset) => offsets.startOf(offset))).toEqual([0, 3, 7, 8, 9]);
  });

  it('is behind what is inserted at it', () => {
    expect(offsets.startOf(1)).toBe(2);
  });

  it('is the start of what replaces it', () => {
    expect([3, 4].map((offset) => offsets.startOf(offset))).toEqual([4, 4]);
    expect([7, 8].map((offset) => offsets.startOf(offset))).toEqual([9, 9]);
  });

  it('is the same without edits', () => {
    expect(new EditedOffsets([]).startOf(5)).toBe(5);
  });

  it('is behind all that is inserted at it, in their order', () => {
    expect(new EditedOffsets([insertion(2, 'a'), insertion(2, 'bc')]).startOf(2)).toBe(5);
  });
});

describe('what is left of a stretch', () => {
  it('starts where it did, or behind what was removed', () => {
    expect(offsets.startOfRest({ start: 6, end: 9 })).toBe(8);
    expect(offsets.startOfRest({ start: 7, end: 10 })).toBe(9);
    expect(offsets.startOfRest({ start: 4, end: 6 })).toBe(7);
  });

  it('is nothing when all of it is gone', () => {
    expect(offsets.startOfRest({ start: 7, end: 9 })).toBe(undefined);
    expect(offsets.startOfRest({ start: 3, end: 4 })).toBe(undefined);
  });
});

describe('a stretch is touched by an edit', () => {
  it.each([
    ['in it', 2, 6, true],
    ['that overlaps it', 4, 6, true],
    ['that ends where it starts', 5, 6, true],
    ['that starts where it ends', 2, 3, true],
    ['before its neighbour', 6, 6, false],
    ['that inserts at its end', 0, 1, true],
    ['that inserts at its start', 1, 2, true],
  ])('%s', (_, start, end, isTouched) => {
    expect(offsets.touches({ start, end })).toBe(isTouched);
  });
});

describe('a stretch has an edit inside', () => {
  it.each([
    ['that replaces a part', 2, 4, true],
    ['that replaces it', 3, 5, true],
    ['that replaces more', 4, 5, true],
    ['that inserts in it', 0, 2, true],
    ['not at its end', 0, 1, false],
    ['not at its start', 1, 2, false],
    ['not beside it', 5, 7, false],
  ])('%s', (_, start, end, isInside) => {
    expect(offsets.isInside({ start, end })).toBe(isInside);
  });
});

describe('what replaces an offset', () => {
  it('is a stretch of the edited text', () => {
    expect([3, 4].map((offset) => offsets.replacementOf(offset))).toEqual([
      { start: 4, end: 7 },
      { start: 4, end: 7 },
    ]);
    expect(offsets.replacementOf(8)).toEqual({ start: 9, end: 9 });
  });

  it('is nothing for one that stays', () => {
    expect([0, 1, 2, 5, 9].map((offset) => offsets.replacementOf(offset))).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('an offset of the edited text is new', () => {
  it('where something was written', () => {
    // `0+12abc569`
    expect(Array.from('0+12abc569', (_, offset) => offsets.isNew(offset))).toEqual(Array.from('.+..+++...', (mark) => mark === '+'));
  });
});
