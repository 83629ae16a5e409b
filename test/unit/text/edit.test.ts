import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, conflicts, inverseOf, labelsOf, sameEdit, type TextEdit } from '../../../linter/text/edit.ts';

const edit = (start: number, end: number, text: string): TextEdit => ({ range: { start, end }, text });

describe('edits of a text', () => {
  it('insert, replace and remove', () => {
    expect(applyEdits('abc', [edit(1, 1, 'X')])).toBe('aXbc');
    expect(applyEdits('abc', [edit(1, 2, 'X')])).toBe('aXc');
    expect(applyEdits('abc', [edit(1, 2, '')])).toBe('ac');
    expect(applyEdits('abc', [edit(3, 3, 'X')])).toBe('abcX');
    expect(applyEdits('', [edit(0, 0, 'X')])).toBe('X');
    expect(applyEdits('abc', [])).toBe('abc');
  });

  it('refer to the text before any of them, in any order', () => {
    const edits = [edit(2, 3, 'C'), edit(0, 1, 'A'), edit(1, 1, '-')];
    expect(applyEdits('abc', edits)).toBe('A-bC');
    expect(applyEdits('abc', edits.toReversed())).toBe('A-bC');
  });

  it('at one place keep their order', () => {
    expect(applyEdits('ab', [edit(1, 1, 'X'), edit(1, 1, 'Y')])).toBe('aXYb');
  });

  it('that overlap are refused', () => {
    expect(() => applyEdits('abc', [edit(0, 2, 'X'), edit(1, 3, 'Y')])).toThrow(RangeError);
  });

  it('that touch each other are fine', () => {
    expect(applyEdits('abcd', [edit(0, 2, 'X'), edit(2, 4, 'Y')])).toBe('XY');
  });

  it('conflict when their order would matter', () => {
    expect(conflicts(edit(0, 2, ''), edit(1, 3, ''))).toBe(true);
    expect(conflicts(edit(1, 1, 'X'), edit(1, 1, 'Y'))).toBe(true);
    expect(conflicts(edit(1, 1, 'X'), edit(0, 2, 'Y'))).toBe(true);
    expect(conflicts(edit(0, 1, 'X'), edit(1, 2, 'Y'))).toBe(false);
    expect(conflicts(edit(2, 2, 'X'), edit(0, 2, 'Y'))).toBe(false);
  });

  it('are the same when they do the same', () => {
    expect(sameEdit(edit(1, 2, 'X'), edit(1, 2, 'X'))).toBe(true);
    expect(sameEdit(edit(1, 2, 'X'), edit(1, 2, 'Y'))).toBe(false);
  });

  it('have their labels each once', () => {
    const labelled = (labels: readonly string[]) => ({ ...edit(0, 0, ''), labels });
    expect(labelsOf([labelled(['a', 'b']), edit(0, 0, ''), labelled(['b', 'c'])])).toEqual({ labels: ['a', 'b', 'c'] });
    expect(labelsOf([edit(0, 0, '')])).toEqual({});
  });

  const edits = fc.array(fc.tuple(fc.nat(10), fc.nat(3), fc.string({ maxLength: 2 })), { maxLength: 4 });

  it('are taken back by their inverse', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const all = list.map(([start, length, text]) => edit(start, Math.min(10, start + length), text));
        fc.pre(all.every((a, i) => all.every((b, j) => i === j || !(a.range.start < b.range.end && b.range.start < a.range.end))));
        const edited = applyEdits('0123456789', all);
        expect(applyEdits(edited, inverseOf('0123456789', all))).toBe('0123456789');
      }),
      { seed: 1 },
    );
  });

  it('that do not conflict give one text, however they are ordered', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const all = list.map(([start, length, text]) => edit(start, Math.min(10, start + length), text));
        fc.pre(all.every((a, i) => all.every((b, j) => i === j || !(conflicts(a, b) || conflicts(b, a)))));
        expect(applyEdits('0123456789', all.toReversed())).toBe(applyEdits('0123456789', all));
      }),
      { seed: 1 },
    );
  });
});
