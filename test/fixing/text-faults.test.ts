import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../linter/text/edit.ts';
import { textFault } from '../support/fixed/text-faults.ts';

const yaml = "# about\npaths:\n  /a:\n    get:\n      responses:\n        '200': {a: 1} # fine\n        # none\n        '404': {b: 2}\n";

/** Replaces a part of a text (its only one) by another. */
function edit(text: string, part: string, by: string, labels: readonly string[] = []): TextEdit {
  const start = text.indexOf(part);
  expect(text.indexOf(part, start + 1), part).toBe(-1);
  return { range: { start, end: start + part.length }, text: by, labels };
}

/** Puts something before a part of a text (its only one). */
function insertion(text: string, before: string, added: string): TextEdit {
  const { range, ...rest } = edit(text, before, added);
  return { ...rest, range: { start: range.start, end: range.start } };
}

function fault(text: string, edits: readonly TextEdit[], file = 'openapi.yaml'): string | undefined {
  return textFault({ file, edits }, text);
}

describe('edits that keep their promises', () => {
  it.each<readonly [string, string, readonly TextEdit[]]>([
    ['an entry more', yaml, [insertion(yaml, '        # none', "        '401': {new: 1}\n")]],
    ['a key by another name', yaml, [edit(yaml, "'404'", "'403'")]],
    ['a value that is replaced', yaml, [edit(yaml, '{a: 1}', '[]')]],
    ['a value in place of nothing', 'a:\nb: 1\n', [insertion('a:\nb: 1\n', '\nb', ' {c: 1}')]],
    ['an entry that is removed with its comment', yaml, [edit(yaml, "        '200': {a: 1} # fine\n", '')]],
    ['a comment written again where it was', '{a: 1 # one\n}\n', [edit('{a: 1 # one\n}\n', ' # one', ', # one\n b: 2', ['missing-401'])]],
  ])('%s', (_, text, edits) => {
    expect(fault(text, edits)).toBe(undefined);
  });

  it('a new file', () => {
    expect(textFault({ file: 'new.json', edits: [{ range: { start: 0, end: 0 }, text: '{"a": 1}\n' }], isNew: true }, undefined)).toBe(
      undefined,
    );
  });
});

describe('edits that don’t', () => {
  it.each<readonly [string, string, readonly TextEdit[], string]>([
    ['can’t be read', yaml, [insertion(yaml, "'404'", '[')], 'syntax: '],
    ['swallow the next key', yaml, [insertion(yaml, "        '404'", "        '401':\n  ")], 'value: /paths//a/get/responses/404 is gone'],
    ['go on with a value', 'a: one\nb: 2\n', [insertion('a: one\nb: 2\n', '\nb', '\n  more')], 'value: /a says "one more" now'],
    ['make a comment of an entry', yaml, [insertion(yaml, "'404'", '# ')], 'value: /paths//a/get/responses/404 is gone'],
    ['make an entry of a comment', 'a: 1\n#b: 2\n', [edit('a: 1\n#b: 2\n', '#', '')], 'value: /b has come from elsewhere'],
    ['move an anchor', 'a: &x one\nb: two\n', [edit('a: &x one\nb: two\n', '&x ', '')], 'value: /a has another anchor or tag'],
    [
      'put a status where it does not belong',
      yaml,
      [insertion(yaml, "        '200'", "        '401': {}\n")],
      'value: /paths//a/get/responses has its',
    ],
    ['drop a comment', yaml, [edit(yaml, ' # fine', '')], 'comment: # fine is gone'],
    ['take a comment along', yaml, [insertion(yaml, ' # fine', "\n        '401': {}")], 'comment: # fine stands behind something else'],
    [
      'come between a comment and its key',
      yaml,
      [insertion(yaml, "        '404'", "        '401': {}\n")],
      'comment: # none stands above something else',
    ],
    [
      'come between a value and its comment',
      'a: 1\n  # one\n',
      [insertion('a: 1\n  # one\n', '\n  #', '\nb: 2')],
      'comment: # one stands below',
    ],
    ['write a comment', yaml, [edit(yaml, '{b: 2}\n', '{b: 2}\n# more\n')], 'comment: # more has come'],
    ['end lines in another way', 'a: 1\r\nb: 2\r\n', [insertion('a: 1\r\nb: 2\r\n', 'b', 'c: 3\n')], 'line ends: '],
    ['lose the byte order mark', '\uFEFFa: 1\n', [edit('\uFEFFa: 1\n', '\uFEFF', '')], 'byte order mark'],
    ['lose the last line end', 'a: 1\n', [edit('a: 1\n', '\n', '')], 'final line end'],
    ['leave blanks at the end of a line', yaml, [insertion(yaml, '        # none', "        '401':  \n          a: 1\n")], 'blanks: '],
    ['replace what they were to leave', yaml, [edit(yaml, '{a: 1}', '{a: 2}', ['missing-401'])], 'replaced: "{a: 1}"'],
  ])('%s', (_, text, edits, expected) => {
    expect(fault(text, edits)?.slice(0, expected.length)).toBe(expected);
  });

  it.each([
    ['a comma', '{"a": 1, "b": 2}', ', "b"', '"b"', 'syntax: CommaExpected'],
    ['a comment', '{"a": 1 // one\n}', '// one', '', 'comment: // one is gone'],
  ])('in JSON: %s', (_, text, part, by, expected) => {
    expect(fault(text, [edit(text, part, by)], 'openapi.json')?.slice(0, expected.length)).toBe(expected);
  });
});
