import { describe, expect, it } from 'vitest';
import { inserted } from '../support/insertion.ts';
import { lines } from '../support/lines.ts';

describe('an entry in a flow map of YAML', () => {
  it('stays on the line of a map that has one', () => {
    expect(inserted('{a: 1, b: 2}\n', { after: null })).toBe('{new: 1, a: 1, b: 2}\n');
    expect(inserted('{a: 1, b: 2}\n', { after: 'a' })).toBe('{a: 1, new: 1, b: 2}\n');
    expect(inserted('{a: 1, b: 2}\n')).toBe('{a: 1, b: 2, new: 1}\n');
  });

  it('has its value in flow style', () => {
    expect(inserted('x: {a: 1}\n', { path: ['x'], value: { list: [1, { deep: 'yes, sir' }] } })).toBe(
      "x: {a: 1, new: {list: [1, {deep: 'yes, sir'}]}}\n",
    );
  });

  it('gets a line of its own where the others have', () => {
    const text = lines('x: {', '    a: 1,', '    b: 2', '  }');
    expect(inserted(text, { path: ['x'], after: null })).toBe(lines('x: {', '    new: 1,', '    a: 1,', '    b: 2', '  }'));
    expect(inserted(text, { path: ['x'], after: 'a' })).toBe(lines('x: {', '    a: 1,', '    new: 1,', '    b: 2', '  }'));
    expect(inserted(text, { path: ['x'] })).toBe(lines('x: {', '    a: 1,', '    b: 2,', '    new: 1', '  }'));
  });

  it('stands before a comma at the end', () => {
    expect(inserted('{a: 1,}\n')).toBe('{a: 1, new: 1,}\n');
    expect(inserted(lines('{', '  a: 1,', '}'))).toBe(lines('{', '  a: 1,', '  new: 1,', '}'));
  });

  it('goes behind entries without a value or without a colon', () => {
    expect(inserted('{a, b}\n', { after: 'a' })).toBe('{a, new: 1, b}\n');
    expect(inserted('{"a":, "b":}\n', { after: 'b' })).toBe('{"a":, "b":, new: 1}\n');
  });

  it('goes behind an alias', () => {
    const text = lines('x: &x 1', 'y: {a: *x , b: 2}');
    expect(inserted(text, { path: ['y'], after: 'a' })).toBe(lines('x: &x 1', 'y: {a: *x, new: 1 , b: 2}'));
  });

  it('fills an empty map', () => {
    expect(inserted('{}\n')).toBe('{new: 1}\n');
    expect(inserted('x: { }\n', { path: ['x'] })).toBe('x: {new: 1}\n');
  });

  it('is refused for the pair in a list that has no braces', () => {
    expect(inserted('[a: 1]\n', { path: [0] })).toBe(undefined);
  });

  it('leaves an anchor with the key that it is on', () => {
    expect(inserted('{&k a: 1, b: *k}\n', { after: null }) ?? 'refused').not.toContain('&k new');
  });

  it('is refused for a map of which only a part could be read', () => {
    expect(inserted('x: {\n\tb: 1\n}\n', { path: ['x'] })).toBe(undefined);
  });
});
