import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../linter/text/line-index.ts';

describe('lines', () => {
  it.each([
    ['', [0]],
    ['a', [0]],
    ['a\n', [0, 2]],
    ['a\nb', [0, 2]],
    ['a\r\nb', [0, 3]],
    ['a\rb', [0, 2]],
    ['\n\r\n\r', [0, 1, 3, 4]],
    ['\r\r\n', [0, 1, 3]],
    ['\uFEFFa\nb', [0, 3]],
    ['a\u2028b\u0085c\u000Bd', [0]],
  ])('of %j start at %j', (text, starts) => {
    const lines = new LineIndex(text);
    expect(lines.count).toBe(starts.length);
    expect(starts.map((_, line) => lines.startOf(line))).toEqual(starts);
    expect(lines.startOf(starts.length)).toBe(text.length);
  });
});

describe('a position', () => {
  const lines = new LineIndex('ab\r\n😀c\n');

  it.each([
    [0, 0, 0],
    [2, 0, 2],
    [3, 0, 3],
    [4, 1, 0],
    [5, 1, 1],
    [6, 1, 2],
    [8, 2, 0],
  ])('of offset %i is line %i, character %i, in UTF-16 code units', (offset, line, character) => {
    expect(lines.positionAt(offset)).toEqual({ line, character });
    expect(lines.offsetAt({ line, character })).toBe(offset);
  });

  it('of an offset outside the text is at its nearer end', () => {
    expect(lines.positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(99)).toEqual({ line: 2, character: 0 });
  });

  it('outside its line or the text is moved to the nearer end', () => {
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(4);
    expect(lines.offsetAt({ line: 1, character: -3 })).toBe(4);
    expect(lines.offsetAt({ line: 99, character: 3 })).toBe(8);
    expect(lines.offsetAt({ line: -1, character: 3 })).toBe(0);
  });
});

describe('in any text', () => {
  const texts = fc
    .array(fc.constantFrom('a', '\n', '\r', '\r\n', '\uFEFF', '😀', '\uD83D', '\u2028'), { maxLength: 30 })
    .map((parts) => parts.join(''));

  it('every offset comes back from its position', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
      }),
      { seed: 1 },
    );
  });

  it('positions grow with offsets', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new LineIndex(text);
        for (let offset = 1; offset <= text.length; offset++) {
          const before = lines.positionAt(offset - 1);
          const after = lines.positionAt(offset);
          expect(after.line > before.line ? after.character === 0 : after.character === before.character + 1).toBe(true);
        }
      }),
      { seed: 2 },
    );
  });
});
