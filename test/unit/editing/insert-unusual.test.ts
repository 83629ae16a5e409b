import { describe, expect, it } from 'vitest';
import { inserted } from '../support/insertion.ts';
import { lines } from '../support/lines.ts';

describe('an entry beside aliases, merge keys and explicit keys', () => {
  it('goes behind an alias, not behind what the alias stands for', () => {
    const text = lines('a: &a', '  b: 1', 'c: *a', 'd: 2');
    expect(inserted(text, { after: 'c' })).toBe(lines('a: &a', '  b: 1', 'c: *a', 'new: 1', 'd: 2'));
  });

  it('goes behind a value that ends with an alias', () => {
    const text = lines('a: &a', '  b: 1', 'c:', '  - *a', 'd: 2');
    expect(inserted(text, { after: 'c' })).toBe(lines('a: &a', '  b: 1', 'c:', '  - *a', 'new: 1', 'd: 2'));
  });

  it('goes behind an alias of what stands in the same list', () => {
    const text = lines('a:', '  - &b 1', '  - *b', 'c: 2');
    expect(inserted(text, { after: 'a' })).toBe(lines('a:', '  - &b 1', '  - *b', 'new: 1', 'c: 2'));
  });

  it('goes behind an alias on a line of its own', () => {
    const text = lines('a: &a 1', 'b:', '  # the alias', '  *a', 'c: 2');
    expect(inserted(text, { after: 'b' })).toBe(lines('a: &a 1', 'b:', '  # the alias', '  *a', 'new: 1', 'c: 2'));
  });

  it.each([['? [b, c]'], ['? b: 1\n    c: 2'], ['? b: 1\n  : c'], ['[b, c]: 1']])('goes behind a key that is no scalar (%j)', (entry) => {
    const text = lines('a:', '  x: 1', `  ${entry} # last`, 'd: 2');
    expect(inserted(text, { after: 'a' })).toBe(lines('a:', '  x: 1', `  ${entry} # last`, 'new: 1', 'd: 2'));
  });

  it('goes beside a merge key', () => {
    const text = lines('a: &a {b: 1}', 'c:', '  <<: *a', '  d: 2');
    expect(inserted(text, { path: ['c'], after: null })).toBe(lines('a: &a {b: 1}', 'c:', '  new: 1', '  <<: *a', '  d: 2'));
    expect(inserted(text, { path: ['c'], after: '<<' })).toBe(lines('a: &a {b: 1}', 'c:', '  <<: *a', '  new: 1', '  d: 2'));
  });

  it('goes behind a list of merged maps', () => {
    const text = lines('a: &a {b: 1}', 'c:', '  <<:', '    - *a', '    - *a', 'd: 2');
    expect(inserted(text, { path: ['c'] })).toBe(lines('a: &a {b: 1}', 'c:', '  <<:', '    - *a', '    - *a', '  new: 1', 'd: 2'));
  });

  it('stands below the anchor or tag of its map', () => {
    expect(inserted(lines('x: &x', '  a: 1'), { path: ['x'], after: null })).toBe(lines('x: &x', '  new: 1', '  a: 1'));
    expect(inserted(lines('- !!map', '  a: 1'), { path: [0], after: null })).toBe(lines('- !!map', '  new: 1', '  a: 1'));
  });

  it('goes behind an explicit key with its value', () => {
    const text = lines('a: 1', '? b', ': - x', '  - y', 'c: 3');
    expect(inserted(text, { after: 'b' })).toBe(lines('a: 1', '? b', ': - x', '  - y', 'new: 1', 'c: 3'));
  });

  it('is refused where the first key does not start its line', () => {
    expect(inserted(lines('? a', ': 1', 'b: 2'))).toBe(undefined);
    expect(inserted(lines('- &item a: 1', '  b: 2'), { path: [0] })).toBe(undefined);
    expect(inserted(lines('!!str a: 1', 'b: 2'), { after: null })).toBe(undefined);
  });

  it('leaves tabs between keys and values alone', () => {
    expect(inserted('a:\t1\nb:\t2\t# two\n')).toBe('a:\t1\nb:\t2\t# two\nnew: 1\n');
  });

  it('goes behind the last of duplicate keys', () => {
    expect(inserted(lines('a: 1', 'b: 2', 'a: 3', 'c: 4'), { after: 'a' })).toBe(lines('a: 1', 'b: 2', 'a: 3', 'new: 1', 'c: 4'));
  });
});
