import { describe, expect, it } from 'vitest';
import { filled } from '../support/insertion.ts';
import { lines } from '../support/lines.ts';
import { yamlValue } from '../support/plain-value.ts';

const filledX = { x: { new: 1 }, y: 2 };

describe('a map in place of a value that YAML leaves out or empty', () => {
  it('stands below a key without a value', () => {
    expect(filled(lines('x:', 'y: 2'), ['x'])).toBe(lines('x:', '  new: 1', 'y: 2'));
    expect(filled(lines('a:', '    x:', '    y: 2'), ['a', 'x'])).toBe(lines('a:', '    x:', '        new: 1', '    y: 2'));
  });

  it('keeps a text without a final newline without one', () => {
    expect(filled('x:', ['x'])).toBe('x:\n  new: 1');
  });

  it('takes over CRLF', () => {
    expect(filled('x:\r\ny: 2\r\n', ['x'])).toBe('x:\r\n  new: 1\r\ny: 2\r\n');
  });

  it.each(['{}', '{ }', 'null', '~', 'Null'])('replaces %s', (empty) => {
    expect(filled(lines(`x: ${empty}`, 'y: 2'), ['x'])).toBe(lines('x:', '  new: 1', 'y: 2'));
  });

  it('replaces empty braces that stand on lines of their own', () => {
    expect(filled(lines('x:', '  {}', 'y: 2'), ['x'])).toBe(lines('x:', '  new: 1', 'y: 2'));
    expect(filled(lines('x: {', '}', 'y: 2'), ['x'])).toBe(lines('x:', '  new: 1', 'y: 2'));
  });

  it('keeps an anchor or a tag', () => {
    for (const property of ['&x', '!!map', '&x !!map']) {
      const text = filled(lines(`x: ${property} {}`, 'y: 2'), ['x']) ?? '';
      expect(text).toContain(`x: ${property}\n`);
      expect(yamlValue(text)).toEqual(filledX);
    }
  });

  it('stays between the braces of a flow map', () => {
    expect(filled('{x: {}, y: 2}\n', ['x'])).toBe('{x: {new: 1}, y: 2}\n');
    expect(filled('{x: null, y: 2}\n', ['x'])).toBe('{x: {new: 1}, y: 2}\n');
  });

  it.each([
    ['explicit key', lines('? x', 'y: 2')],
    ['explicit key with a colon', lines('? x', ':', 'y: 2')],
    ['explicit key with braces', lines('? x', ': {}', 'y: 2')],
    ['colon behind a tab', lines('x\t:\t{}', 'y: 2')],
    ['key with an anchor', lines('&k x:', 'y: 2')],
  ])('means what it should, or is refused: %s', (_, text) => {
    const result = filled(text, ['x']);
    expect(result === undefined ? filledX : yamlValue(result)).toEqual(filledX);
  });
});

describe('a map in place of an empty value that stands elsewhere', () => {
  it.each([
    ['an alias', lines('base: &base {}', 'x: *base')],
    ['an alias of a missing value', lines('base: &base', 'x: *base')],
    ['an alias of a deeper value', lines('base:', '  deep:', '    deeper: &base {}', 'x: *base')],
    ['an alias of a deeper missing value', lines('base:', '  deep:', '    deeper: &base', 'x: *base')],
    ['an alias of a value in a flow map', lines('base: {deep: &base {}}', 'x: *base')],
    ['an alias of a missing value in a flow map', lines('base: {deep: &base , b: 1}', 'x: *base')],
    ['an alias in a flow map', lines('base:', '  deep: &base {}', 'z: {x: *base}'), ['z', 'x']],
  ])('is written there, or refused: %s', (_, text, path = ['x']) => {
    const result = filled(text, path);
    if (result === undefined) return;
    const value = path.reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[key], yamlValue(result));
    expect(value).toEqual({ new: 1 });
    expect(result).toContain('*base');
  });

  it.each([
    ['a merged map', lines('base: &base', '  x: {}', 'z:', '  <<: *base')],
    ['a merged flow map', lines('base: &base {x: {}}', 'z:', '  <<: *base')],
    ['a deeper merged map', lines('a:', '  b:', '    c: &base', '      x:', 'z:', '  <<: *base')],
    ['a block map that is merged into a flow map', lines('base: &base', '  x:', 'z: {<<: *base}')],
  ])('is written in the map that brings it, or refused: %s', (_, text) => {
    const result = filled(text, ['z', 'x']);
    if (result !== undefined) expect(yamlValue(result)).toMatchObject({ z: { x: { new: 1 } } });
  });
});
