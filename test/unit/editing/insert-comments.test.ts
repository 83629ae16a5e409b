import { describe, expect, it } from 'vitest';
import { filled, inserted } from '../support/insertion.ts';
import { lines } from '../support/lines.ts';

describe('comments and blank lines stay where they are when an entry is added', () => {
  it('behind the previous value', () => {
    expect(inserted(lines('a: 1 # one', 'b: 2'), { after: 'a' })).toBe(lines('a: 1 # one', 'new: 1', 'b: 2'));
  });

  it('behind the previous key, when it has no value', () => {
    expect(inserted(lines('a: # nothing', 'b: 2'), { after: 'a' })).toBe(lines('a: # nothing', 'new: 1', 'b: 2'));
  });

  it('above the next key', () => {
    expect(inserted(lines('a: 1', '', '# two', 'b: 2'), { after: 'a' })).toBe(lines('a: 1', 'new: 1', '', '# two', 'b: 2'));
  });

  it('above the first key, when the entry goes first', () => {
    expect(inserted(lines('# about', 'a: 1'), { after: null })).toBe(lines('# about', 'new: 1', 'a: 1'));
  });

  it('at the end of the map', () => {
    expect(inserted(lines('x:', '  a: 1', '  # end of x', '', 'y: 2'), { path: ['x'] })).toBe(
      lines('x:', '  a: 1', '  new: 1', '  # end of x', '', 'y: 2'),
    );
  });

  it('one more blank line where entries have one between them', () => {
    const spaced = lines('a: 1', '', '# two', 'b: 2', '', 'c: 3');
    expect(inserted(spaced, {})).toBe(`${spaced}\nnew: 1\n`);
    expect(inserted(spaced, { after: 'a' })).toBe(lines('a: 1', '', 'new: 1', '', '# two', 'b: 2', '', 'c: 3'));
    expect(inserted(spaced, { after: null })).toBe(lines('new: 1', '', 'a: 1', '', '# two', 'b: 2', '', 'c: 3'));
    expect(inserted(lines('a: 1', 'b: 2', '', 'c: 3'), {})).toBe(lines('a: 1', 'b: 2', '', 'c: 3', 'new: 1'));
  });

  it('behind a nested alias', () => {
    expect(inserted(lines('a: &a 1', 'b:', '  c: *a # the alias', 'd: 1'), { after: 'b' })).toBe(
      lines('a: &a 1', 'b:', '  c: *a # the alias', 'new: 1', 'd: 1'),
    );
  });

  it('between the lines of a flow map', () => {
    const text = lines('x: { # open', '  a: 1, # one', '  b: 2 # two', '}');
    expect(inserted(text, { path: ['x'], after: null })).toBe(lines('x: { # open', '  new: 1,', '  a: 1, # one', '  b: 2 # two', '}'));
    expect(inserted(text, { path: ['x'], after: 'a' })).toBe(lines('x: { # open', '  a: 1, # one', '  new: 1,', '  b: 2 # two', '}'));
    expect(inserted(text, { path: ['x'], after: 'b' })).toBe(lines('x: { # open', '  a: 1, # one', '  b: 2, # two', '  new: 1', '}'));
  });

  it('between the lines of JSON', () => {
    const text = lines('{', '  "a": 1, // one', '  "b": 2 /* two */', '}');
    expect(inserted(text, { after: 'a', format: 'json' })).toBe(lines('{', '  "a": 1, // one', '  "new": 1,', '  "b": 2 /* two */', '}'));
    expect(inserted(text, { after: 'b', format: 'json' })).toBe(lines('{', '  "a": 1, // one', '  "b": 2, /* two */', '  "new": 1', '}'));
  });

  it('before the comma, and behind a map that began on one line', () => {
    expect(inserted(lines('x: {a: 1 # one', '  , b: 2}'), { path: ['x'], after: 'a' })).toBe(lines('x: {a: 1 # one', '  , new: 1, b: 2}'));
    expect(inserted(lines('x: {a: 1, # one', '  b: 2 # two', '  }'), { path: ['x'] })).toBe(
      lines('x: {a: 1, # one', '  b: 2, # two', '  new: 1', '  }'),
    );
  });

  it('on one line of JSON', () => {
    expect(inserted('{"a": 1 /* one */, "b": 2 /* two */}', { after: 'a', format: 'json' })).toBe(
      '{"a": 1 /* one */, "new": 1, "b": 2 /* two */}',
    );
    expect(inserted('{"a": 1 /* one */, "b": 2 /* two */}', { format: 'json' })).toBe('{"a": 1 /* one */, "b": 2, /* two */ "new": 1}');
  });

  it('above the first key of a map that has a name, when the entry goes first', () => {
    expect(inserted(lines('x: # about x', '  # about a', '  # and more', '  a: 1'), { path: ['x'], after: null })).toBe(
      lines('x: # about x', '  new: 1', '  # about a', '  # and more', '  a: 1'),
    );
    expect(inserted(lines('x:', '  # about x', '', '  # about a', '  a: 1'), { path: ['x'], after: null })).toBe(
      lines('x:', '  # about x', '', '  new: 1', '  # about a', '  a: 1'),
    );
    expect(inserted(lines('x: {', '  # about a', '  a: 1', '}'), { path: ['x'], after: null })).toBe(
      lines('x: {', '  new: 1,', '  # about a', '  a: 1', '}'),
    );
    expect(inserted(lines('{"x": {', '  // about a', '  "a": 1', '}}'), { path: ['x'], after: null, format: 'json' })).toBe(
      lines('{"x": {', '  "new": 1,', '  // about a', '  "a": 1', '}}'),
    );
  });
});

describe('comments stay when a missing or empty value becomes a map', () => {
  it('on the key’s line', () => {
    expect(filled(lines('x: # none', 'y: 2'), ['x'])).toBe(lines('x: # none', '  new: 1', 'y: 2'));
    expect(filled(lines('x: {} # none', 'y: 2'), ['x'])).toBe(lines('x:', '  new: 1 # none', 'y: 2'));
  });

  it('below the key and further in', () => {
    expect(filled(lines('x:', '    # a: 1', '    # b: 2', '# about y', 'y: 2'), ['x'])).toBe(
      lines('x:', '    # a: 1', '    # b: 2', '  new: 1', '# about y', 'y: 2'),
    );
  });

  it('between the key and the value', () => {
    expect(filled(lines('x:', '  # none', '  {}', 'y: 2'), ['x'])).toContain('# none');
  });

  it.each([
    ['yaml', 'x: { # none yet\n}\n'],
    ['yaml', '{x: { # none yet\n}}\n'],
    ['json', '{"x": { /* none yet */ }}'],
    ['json', '{"x": {\n  // none yet\n}}'],
  ] as const)('between the braces, or the text is left alone (%s: %j)', (format, text) => {
    expect(filled(text, ['x'], { format }) ?? text).toContain('none yet');
    expect(inserted(text, { path: ['x'], format }) ?? text).toContain('none yet');
  });
});
