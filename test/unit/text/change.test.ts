import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../../linter/text/change.ts';
import { LineIndex } from '../../../linter/text/line-index.ts';
import { sourceFile } from '../../../linter/workspace/source-file.ts';

const piece = fc.constantFrom('a', 'b', '\n', '\r\n', '\r', 'word', '', 'aaaa'.repeat(30_000));
const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));

describe('what two texts differ in', () => {
  it('is nothing for equal ones', () => {
    expect(changeBetween('same', 'same')).toBeUndefined();
  });

  it.each([
    ['abc', 'abXc', { start: 2, end: 2, newEnd: 3 }],
    ['abXc', 'abc', { start: 2, end: 3, newEnd: 2 }],
    ['aaa', 'aaaa', { start: 3, end: 3, newEnd: 4 }],
    ['', 'new', { start: 0, end: 0, newEnd: 3 }],
    ['old', 'new', { start: 0, end: 3, newEnd: 3 }],
  ])('%j and %j', (before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change);
  });

  it('is the smallest stretch that makes one of the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after);
        const { start, end, newEnd } = change ?? { start: before.length, end: before.length, newEnd: before.length };
        expect(before.slice(0, start) + after.slice(start, newEnd) + before.slice(end)).toBe(after);
        if (start < Math.min(end, newEnd)) expect(before[start]).not.toBe(after[start]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('lines after an edit', () => {
  it('are those of the new text', () => {
    fc.assert(
      fc.property(text, text, text, (start, middle, end) => {
        const [before, after] = [start + end, start + middle + end];
        for (const [from, to] of [
          [before, after],
          [after, before],
        ] as const) {
          const change = changeBetween(from, to);
          const edited = change ? new LineIndex(from).edited(to, change) : new LineIndex(to);
          const fresh = new LineIndex(to);
          const starts = (index: LineIndex) => Array.from({ length: index.count + 1 }, (_, line) => index.startOf(line));
          expect(starts(edited)).toEqual(starts(fresh));
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

describe('a word that a file mentions', () => {
  it('is found after the edit that brings it, wherever the edit begins, and gone after the one that takes it away', () => {
    const file = sourceFile('file:///a.yaml', 'a: auth-lint-ignor');
    expect(file.mentions('auth-lint-ignore')).toBe(false);
    file.change('a: auth-lint-ignore', 2);
    expect(file.mentions('auth-lint-ignore')).toBe(true);
    file.change('a: auth-int-ignore', 3);
    expect(file.mentions('auth-lint-ignore')).toBe(false);
    file.change('a: auth-lint-ignore', 4);
    expect(file.mentions('auth-lint-ignore')).toBe(true);
  });
});
