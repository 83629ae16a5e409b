import { describe, expect, it } from 'vitest';
import { lines } from '../support/lines.ts';
import { removed } from '../support/removal.ts';

describe('an entry removed from a block map', () => {
  it('goes with its lines', () => {
    const text = lines('a: 1', 'b:', '  c: 2', '  d:', '    - 3', 'e: 4');
    expect(removed(text, ['a'])).toBe(lines('b:', '  c: 2', '  d:', '    - 3', 'e: 4'));
    expect(removed(text, ['b'])).toBe(lines('a: 1', 'e: 4'));
    expect(removed(text, ['b', 'd'])).toBe(lines('a: 1', 'b:', '  c: 2', 'e: 4'));
    expect(removed(text, ['e'])).toBe(lines('a: 1', 'b:', '  c: 2', '  d:', '    - 3'));
  });

  it('goes with the comment on its line and those below it that are further in', () => {
    const text = lines('a: 1', '# about b', 'b: 2 # two', '  # c: 2', '# about d', 'd: 3');
    expect(removed(text, ['b'])).toBe(lines('a: 1', '# about d', 'd: 3'));
  });

  it('goes with the comments right above it where they can be about nothing else', () => {
    expect(removed(lines('a: 1', '# about', '# b', 'b: 2'), ['b'])).toBe(lines('a: 1'));
    expect(removed(lines('a: 1', '', '# about b', 'b: 2', '', 'c: 3'), ['b'])).toBe(lines('a: 1', '', 'c: 3'));
    expect(removed(lines('x:', '  # about a', '  a: 1', '', '  b: 2'), ['x', 'a'])).toBe(lines('x:', '  b: 2'));
    expect(removed('x:\r\n- 1\r\n# two\r\n- 2\r\n', ['x', 1])).toBe('x:\r\n- 1\r\n');
  });

  it('leaves comments that may be a heading, and those of others', () => {
    expect(removed(lines('a: 1', '# the rest', 'b: 2', 'c: 3'), ['b'])).toBe(lines('a: 1', '# the rest', 'c: 3'));
    expect(removed(lines('# this file', 'a: 1', '', 'b: 2'), ['a'])).toBe(lines('# this file', '', 'b: 2'));
    expect(removed(lines('a: 1', '# general', '', '# about b', 'b: 2'), ['b'])).toBe(lines('a: 1', '# general'));
    expect(removed(lines('a:', '  x: 1', '  # in a', 'b: 2'), ['b'])).toBe(lines('a:', '  x: 1', '  # in a'));
  });

  it('leaves one of two gaps', () => {
    expect(removed(lines('a: 1', '', 'b: 2', '', 'c: 3'), ['b'])).toBe(lines('a: 1', '', 'c: 3'));
    expect(removed(lines('a: 1', '', 'b: 2'), ['b'])).toBe(lines('a: 1'));
    expect(removed(lines('a: 1', 'b: 2', '', 'c: 3'), ['b'])).toBe(lines('a: 1', '', 'c: 3'));
    expect(removed(lines('x:', '  a: 1', '', '  b: 2'), ['x', 'a'])).toBe(lines('x:', '  b: 2'));
    expect(removed(lines('a: 1', '', 'b: 2'), ['a'])).toBe(lines('b: 2'));
  });

  it('keeps line ends, a BOM and a missing final newline', () => {
    expect(removed('\uFEFFa: 1\r\nb: 2\r\n', ['a'])).toBe('\uFEFFb: 2\r\n');
    expect(removed('a: 1\r\n\r\nb: 2', ['b'])).toBe('a: 1');
    expect(removed('a: 1\nb: 2', ['a'])).toBe('b: 2');
  });

  it('leaves the dash that stands before it', () => {
    expect(removed(lines('- a: 1', '  b: 2'), [0, 'a'])).toBe(lines('- b: 2'));
    expect(removed(lines('- - a: 1 # one', '', '    # about b', '    b: 2'), [0, 0, 'a'])).toBe(lines('- - # about b', '    b: 2'));
    expect(removed(lines('- a: 1', '  b: 2'), [0, 'b'])).toBe(lines('- a: 1'));
  });

  it('leaves braces when it was the only one', () => {
    expect(removed(lines('a:', '  b: 1', 'c: 2'), ['a', 'b'])).toBe(lines('a: {}', 'c: 2'));
    expect(removed(lines('a: &x # said', '  # about b', '  b: 1 # one', 'c: 2'), ['a', 'b'])).toBe(undefined);
    expect(removed(lines('a: # said', '  # about b', '  b: 1 # one', 'c: 2'), ['a', 'b'])).toBe(
      lines('a: {} # said', '  # about b', 'c: 2'),
    );
    expect(removed(lines('- a: 1', '- b: 2'), [0, 'a'])).toBe(lines('- {}', '- b: 2'));
    expect(removed(lines('a:', '  b: |', '    text', '', 'c: 2'), ['a', 'b'])).toBe(lines('a: {}', '', 'c: 2'));
    expect(removed(lines('x: &x', '  a:', '    b: 1', 'y: *x'), ['x', 'a', 'b'])).toBe(lines('x: &x', '  a: {}', 'y: *x'));
    expect(removed(lines('a: 1'), ['a'])).toBe(undefined);
  });

  it('may have any value', () => {
    for (const value of [
      '',
      ' # c',
      ' &x',
      ' |\n  text',
      ' >+\n  text\n\n',
      ' "a\n  b"',
      ' [1,\n  2]',
      '\n  - 1',
      '\n- 1',
      '\n  c:',
      ' *base',
      ' !t x',
    ]) {
      expect(removed(`base: &base 1\na:${value}\nz: 2\n`, ['a'])).toBe('base: &base 1\nz: 2\n');
    }
  });

  it('may be a duplicate that has no effect, and no other', () => {
    const text = lines('a: 1', 'a: 2');
    expect(removed(text, ['a'])).toBe(undefined);
    expect(removed(lines('x: &x {a: 1}', 'y:', '  <<: *x', '  a: 2'), ['y', 'a'])).toBe(undefined);
    expect(removed(lines('x: &x {a: 1}', 'y:', '  <<: [*x]', '  a: 2'), ['y', 'a'])).toBe(undefined);
    expect(removed(lines('x: &x {b: 1}', 'y:', '  <<: *x', '  a: 2'), ['y', 'a'])).toBe(lines('x: &x {b: 1}', 'y:', '  <<: *x'));
  });

  it('is refused where the text is unusual', () => {
    expect(removed(lines('? a', ': 1', 'b: 2'), ['a'])).toBe(undefined);
    expect(removed(lines('&k a: 1', 'b: 2'), ['a'])).toBe(undefined);
    expect(removed(lines('- &x a: 1', '  b: 2'), [0, 'a'])).toBe(undefined);
    expect(removed(lines('a: &k name', '*k : 1', 'b: 2'), ['name'])).toBe(undefined);
    expect(removed(lines('a: 1', '&k b: 2', '*k : 3'), ['b'])).toBe(undefined);
  });

  it('is refused when an alias needs its anchor', () => {
    expect(removed(lines('a:', '  b: &x 1', 'c: *x'), ['a'])).toBe(undefined);
    expect(removed(lines('a:', '  b: &x 1', '  c: *x', 'd: *xy'), ['a'])).toBe(undefined);
    expect(removed(lines('d: 1', 'a:', '  b: &x 1', '  c: *x'), ['a'])).toBe(lines('d: 1'));
  });

  it('is refused where a block of text above would take in what follows', () => {
    expect(removed(lines('a: |+', '  text', 'b: 1', '', 'c: 2'), ['b'])).toBe(undefined);
    expect(removed(lines('a: |', '  text', 'b: 1', '', '    # deep', 'c: 2'), ['b'])).toBe(undefined);
    expect(removed(lines('x:', '  - |', '    text', 'b: 1', '     ', 'c: 2'), ['b'])).toBe(undefined);
    expect(removed(lines('a: |', '  text', 'b: 1', '  # deep', 'c: 2'), ['b'])).toBe(lines('a: |', '  text', 'c: 2'));
    expect(removed(lines('a: |+', '  text', 'b: 1', '# c', 'c: 2'), ['b'])).toBe(lines('a: |+', '  text', '# c', 'c: 2'));
    expect(removed('a: |+\n  text\n\nb: 1', ['b'])).toBe('a: |+\n  text\n\n');
  });

  it('is refused in a text with mistakes', () => {
    expect(removed(lines('a: 1', 'b: "x" y', 'c: 2'), ['a'])).toBe(undefined);
  });
});

describe('an item removed from a block list', () => {
  it('goes with its dash', () => {
    const text = lines('a:', '  - 1', '  # about two', '  - b: 2 # two', '    c: 3', '  - 4', 'd: 5');
    expect(removed(text, ['a', 0])).toBe(lines('a:', '  # about two', '  - b: 2 # two', '    c: 3', '  - 4', 'd: 5'));
    expect(removed(text, ['a', 1])).toBe(lines('a:', '  - 1', '  # about two', '  - 4', 'd: 5'));
    expect(removed(text, ['a', 2])).toBe(lines('a:', '  - 1', '  # about two', '  - b: 2 # two', '    c: 3', 'd: 5'));
  });

  it('may be an alias, nothing, or a list', () => {
    const text = lines('x: &x 1', 'a:', '- *x', '-', '- - 1', '  - 2');
    expect(removed(text, ['a', 0])).toBe(lines('x: &x 1', 'a:', '-', '- - 1', '  - 2'));
    expect(removed(text, ['a', 1])).toBe(lines('x: &x 1', 'a:', '- *x', '- - 1', '  - 2'));
    expect(removed(text, ['a', 2])).toBe(lines('x: &x 1', 'a:', '- *x', '-'));
    expect(removed(text, ['a', 2, 0])).toBe(lines('x: &x 1', 'a:', '- *x', '-', '- - 2'));
  });

  it('stays with a sibling that it is an alias of', () => {
    const text = lines('a:', '  - &x 1', '  - *x', 'b: 2');
    expect(removed(text, ['a', 0])).toBe(undefined);
    expect(removed(text, ['a', 1])).toBe(lines('a:', '  - &x 1', 'b: 2'));
    expect(removed(text, ['b'])).toBe(lines('a:', '  - &x 1', '  - *x'));
    expect(removed(text, ['a'])).toBe(lines('b: 2'));
  });

  it('leaves brackets when it was the only one', () => {
    expect(removed(lines('security:', '  - key: [] # said', 'tags:', '- a', 'x: 1'), ['security', 0])).toBe(
      lines('security: []', 'tags:', '- a', 'x: 1'),
    );
    expect(removed(lines('tags:', '- a', 'x: 1'), ['tags', 0])).toBe(lines('tags: []', 'x: 1'));
    expect(removed(lines('- - 1', '- 2'), [0, 0])).toBe(lines('- []', '- 2'));
  });

  it('is refused behind a tag, an anchor or a line break', () => {
    expect(removed(lines('- !t a', '- b'), [0])).toBe(undefined);
    expect(removed(lines('- &x a', '- b'), [0])).toBe(undefined);
    expect(removed(lines('-', '  a: 1', '- b'), [0])).toBe(undefined);
    expect(removed(lines('- a', '- b'), [2])).toBe(undefined);
  });
});
