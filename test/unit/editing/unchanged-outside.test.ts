import { describe, expect, it } from 'vitest';
import { changedOutside } from '../../../linter/syntax/editing/unchanged-outside.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits, type TextEdit } from '../../../linter/text/edit.ts';
import { lines } from '../support/lines.ts';

/** Replaces a part of the text (its only one) by another. */
type Replacement = readonly [part: string, by: string];

/** The text of the first value that changed without an edit; undefined when all is as it was. */
function changed(text: string, replacements: readonly Replacement[]): string | undefined {
  const format = /^[{[]/.test(text) ? 'json' : 'yaml';
  const edits = replacements.map(([part, by]) => replaced(text, part, by));
  const node = changedOutside(parse(text, format), parse(applyEdits(text, edits), format), edits);
  return node && text.slice(node.range.start, node.range.end);
}

/** What both parts share at their start and end stays. */
function replaced(text: string, part: string, by: string): TextEdit {
  const at = text.indexOf(part);
  expect(text.indexOf(part, at + 1), part).toBe(-1);
  let start = 0;
  while (start < Math.min(part.length, by.length) && part[start] === by[start]) start++;
  let end = 0;
  while (end < Math.min(part.length, by.length) - start && part.at(-1 - end) === by.at(-1 - end)) end++;
  return { range: { start: at + start, end: at + part.length - end }, text: by.slice(start, by.length - end) };
}

describe('nothing changed outside of', () => {
  it.each<readonly [string, string, readonly Replacement[]]>([
    ['an entry that is added', lines('x:', '  a: 1', '  b: 2'), [['a: 1\n', 'a: 1\n  new: {c: 3}\n']]],
    ['an entry that goes first', lines('x:', '  a: 1'), [['a: 1', 'new: 0\n  a: 1']]],
    ['a value that is replaced', 'x: {a: 1, b: 2}\n', [['1', '[1, 2]']]],
    ['a value that was missing', lines('x:', 'y: 1'), [['x:', 'x: 1']]],
    ['a map in place of nothing', lines('x: {}', 'y: 1'), [[' {}', '\n  a: 1']]],
    ['a part of a string', lines('x: Bearer realm=a', 'y: 1'), [['=a', '="a"']]],
    ['a string with something more on its line', "x: 'Bearer'\n", [["Bearer'", "Bearer x'"]]],
    ['a key that has another name', lines('WWW_Authenticate:', '  a: 1'), [['W_A', 'W-A']]],
    ['a key that is put in quotes', lines('401:', '  a: 1'), [['401', "'401'"]]],
    ['an entry that is removed', lines('a: 1', 'b: 2', 'c: 3'), [['b: 2\n', '']]],
    ['the first of two with one key', lines('a: 1', 'a: 2'), [['a: 1\n', '']]],
    ['two entries that stand side by side', '{"t": 1, "a": 2, "b": 3, "c": 4}', [['"a": 2, "b": 3, ', '']]],
    ['the first item', '[1, 2, 3]', [['1, ', '']]],
    ['an item in the middle', lines('- a: 1', '- b: 2', '- c: 3'), [['- b: 2\n', '']]],
    ['the first key of an item', lines('- a: 1', '  b: 2', '- c: 3'), [['a: 1\n  b', 'b']]],
    ['an item that is added', lines('- 1', '- 2'), [['- 1\n', '- 1\n- new\n']]],
    ['a first entry in what an alias stands for', lines('x: &x', '  a: 1', 'y: *x'), [['a: 1', 'new: 0\n  a: 1']]],
    ['a value in place of nothing, for which an alias stands', lines('x: &x', 'y: [*x]'), [['&x\n', '&x 1\n']]],
    ['the name of an alias', lines('a: &a 1', 'b: &b 2', 'c: *a'), [['*a', '*b']]],
    ['an item that is an alias', lines('- &a 1', '- *a'), [['*a', '2']]],
    ['a comment that is gone', lines('a: 1 # one', '# two', 'b: 2'), [[' # one\n# two', '']]],
    ['another document', lines('a: 1', '---', 'b: 2'), [['a: 1', 'a: 2']]],
    ['a text that had nothing', '', []],
  ])('%s', (_, text, replacements) => {
    expect(changed(text, replacements)).toBe(undefined);
  });
});

describe('what changed is', () => {
  it.each<readonly [string, string, readonly Replacement[], string]>([
    ['the value of a key that is swallowed', lines('x:', '  a: 1', '  b: 2'), [['  b', '  new:\n    b']], '2'],
    ['a string that goes on', lines('x:', '  a: one', '  b: 2'), [['one', 'one\n    more']], 'one'],
    ['a key that is part of a comment now', lines('a: 1', 'b: 2'), [['b:', '# b:']], '2'],
    ['a map in which an entry comes out of a comment', lines('a: 1', '#b: 2'), [['#b', 'b']], 'a: 1'],
    [
      'what an alias stands for no more',
      lines('a: &a one', 'b: two', 'c: *a'),
      [
        ['&a one', 'one'],
        [' two', ' &a two'],
      ],
      'one',
    ],
    [
      'what an item stands for no more',
      lines('- &a one', '- two', '- *a'),
      [
        ['&a one', 'one'],
        [' two', ' &a two'],
      ],
      'one',
    ],
    ['an item that is part of a comment now', lines('- 1', '- 2', '- 3'), [['- 2', '# - 2']], '2'],
    ['a number that is a string now', lines('a:', '  1'), [['1', '1\n  x']], '1'],
    ['a map in another map', lines('a:', '  b:', '    c: 1'), [['  b:', '  b: 1\n  d:']], 'c: 1'],
    ['all, when nothing can be read any more', '{"a": 1}', [['{"a": 1}', '']], '{"a": 1}'],
  ])('%s', (_, text, replacements, value) => {
    expect(changed(text, replacements)).toBe(value);
  });
});
