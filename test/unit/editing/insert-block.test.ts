import { describe, expect, it } from 'vitest';
import { inserted } from '../support/insertion.ts';
import { lines } from '../support/lines.ts';

const nested = { list: ['x', { deep: true }] };

describe('an entry in a block map of YAML', () => {
  it('goes first, between two, or last', () => {
    const text = lines('a: 1', 'b: 2');
    expect(inserted(text, { after: null })).toBe(lines('new: 1', 'a: 1', 'b: 2'));
    expect(inserted(text, { after: 'a' })).toBe(lines('a: 1', 'new: 1', 'b: 2'));
    expect(inserted(text, { after: 'b' })).toBe(lines('a: 1', 'b: 2', 'new: 1'));
  });

  it('stands in the column of its neighbours', () => {
    expect(inserted(lines('  a: 1', '  b: 2'))).toBe(lines('  a: 1', '  b: 2', '  new: 1'));
    expect(inserted(lines('x:', '     a: 1', 'y: 2'), { path: ['x'] })).toBe(lines('x:', '     a: 1', '     new: 1', 'y: 2'));
  });

  it.each([2, 3, 4])('indents what is below it by %i blanks where the text does', (width) => {
    const unit = ' '.repeat(width);
    expect(inserted(lines('x:', `${unit}a: 1`), { path: ['x'], value: { b: { c: 1 } } })).toBe(
      lines('x:', `${unit}a: 1`, `${unit}new:`, `${unit}${unit}b:`, `${unit}${unit}${unit}c: 1`),
    );
  });

  it('indents by two blanks where nothing is indented yet', () => {
    expect(inserted(lines('a: 1'), { value: { b: 1 } })).toBe(lines('a: 1', 'new:', '  b: 1'));
  });

  it('indents the items of a list where the text does', () => {
    const text = lines('tags:', '  - a', '  - b');
    expect(inserted(text, { value: nested })).toBe(lines('tags:', '  - a', '  - b', 'new:', '  list:', '    - x', '    - deep: true'));
  });

  it('does not indent the items of a list where the text does not', () => {
    const text = lines('tags:', '- a', '- b');
    expect(inserted(text, { value: nested })).toBe(lines('tags:', '- a', '- b', 'new:', '  list:', '  - x', '  - deep: true'));
  });

  it('keeps lists and maps that are empty on the key’s line', () => {
    expect(inserted(lines('a: 1'), { value: { list: [], map: {} } })).toBe(lines('a: 1', 'new:', '  list: []', '  map: {}'));
  });

  it('goes behind all of a nested value', () => {
    const text = lines('a:', '  b:', '    c: 1', '    d:', '      - 1', 'e: 2');
    expect(inserted(text, { after: 'a' })).toBe(lines('a:', '  b:', '    c: 1', '    d:', '      - 1', 'new: 1', 'e: 2'));
  });

  it('goes behind a key that has no value', () => {
    expect(inserted(lines('a:', 'b: 2'), { after: 'a' })).toBe(lines('a:', 'new: 1', 'b: 2'));
    expect(inserted(lines('a:', '  b:', 'c: 2'), { after: 'a' })).toBe(lines('a:', '  b:', 'new: 1', 'c: 2'));
    expect(inserted(lines('a:', '  - x', '  -', 'c: 2'), { after: 'a' })).toBe(lines('a:', '  - x', '  -', 'new: 1', 'c: 2'));
  });

  it('goes behind values that span lines', () => {
    for (const value of ['plain\n  words', '"double\n  words"', "'single\n  words'", '[1,\n  2]', '{b: 1,\n  c: 2}']) {
      expect(inserted(`a: ${value}\nb: 2\n`, { after: 'a' })).toBe(`a: ${value}\nnew: 1\nb: 2\n`);
    }
  });

  it('keeps a text without a final newline without one', () => {
    expect(inserted('a: 1')).toBe('a: 1\nnew: 1');
    expect(inserted('a:')).toBe('a:\nnew: 1');
    expect(inserted('a:\n  b:', { path: ['a'] })).toBe('a:\n  b:\n  new: 1');
  });

  it('takes over CRLF', () => {
    expect(inserted('a: 1\r\nb: 2\r\n', { value: { c: 1 } })).toBe('a: 1\r\nb: 2\r\nnew:\r\n  c: 1\r\n');
    expect(inserted('a: 1\r\nb: 2\r\n', { after: null })).toBe('new: 1\r\na: 1\r\nb: 2\r\n');
    expect(inserted('a: 1\r\nb: 2', { after: 'b' })).toBe('a: 1\r\nb: 2\r\nnew: 1');
  });

  it('stands behind a BOM, a directive and a document’s start', () => {
    expect(inserted('\uFEFFa: 1\n', { after: null })).toBe('\uFEFFnew: 1\na: 1\n');
    expect(inserted(lines('%YAML 1.2', '---', 'a: 1'), { after: null })).toBe(lines('%YAML 1.2', '---', 'new: 1', 'a: 1'));
  });

  it('stands before the end of its document', () => {
    expect(inserted(lines('a: 1', '...'))).toBe(lines('a: 1', 'new: 1', '...'));
    expect(inserted(lines('a: 1', '---', 'b: 2'))).toBe(lines('a: 1', 'new: 1', '---', 'b: 2'));
  });
});

describe('an entry in a map that is an item of a list', () => {
  it('stands below the first key', () => {
    expect(inserted(lines('- a: 1'), { path: [0] })).toBe(lines('- a: 1', '  new: 1'));
    expect(inserted(lines('x:', '-   a: 1', '    b: 2'), { path: ['x', 0] })).toBe(lines('x:', '-   a: 1', '    b: 2', '    new: 1'));
    expect(inserted(lines('- - a: 1'), { path: [0, 0] })).toBe(lines('- - a: 1', '    new: 1'));
  });

  it('takes the first key’s place behind the dash', () => {
    expect(inserted(lines('- a: 1', '  b: 2'), { path: [0], after: null })).toBe(lines('- new: 1', '  a: 1', '  b: 2'));
    expect(inserted(lines('- - a: 1'), { path: [0, 0], after: null })).toBe(lines('- - new: 1', '    a: 1'));
  });
});
