import { describe, expect, it } from 'vitest';
import { parse } from '../../../linter/syntax/parse.ts';
import { writtenReferences } from '../../../linter/syntax/written-references.ts';
import { lines } from '../support/lines.ts';

/** Each reference as it is written and as it is read. */
function found(text: string, format: 'yaml' | 'json' = 'yaml'): readonly string[] {
  return writtenReferences(parse(text, format)).map(({ range, target }) => {
    const source = text.slice(range.start, range.end);
    return source === target ? source : `${source} = ${target}`;
  });
}

describe('references are found in YAML', () => {
  it.each([
    ['plain', '$ref: a.yaml#/b # c', ['a.yaml#/b']],
    ['in quotes', "\"$ref\": '#/it''s'", ["'#/it''s' = #/it's"]],
    ['with escapes', '\'$ref\': "\\u0023/a"', ['"\\u0023/a" = #/a']],
    ['between braces', 'a: { $ref: ./a.yaml, b: c }', ['./a.yaml']],
    ['between braces that span lines', 'a: {\n  $ref: ./a.yaml,\n  b: c }', ['./a.yaml']],
    ['with braces of its own', '$ref: ./{a}.yaml', ['./{a}.yaml']],
    ['in lists', 'a:\n  - - $ref: a\n  - $ref:   b', ['a', 'b']],
    ['without a blank', 'a: {"$ref":"#/a"}', ['"#/a" = #/a']],
    ['on the next line', '$ref:\n  a.yaml', ['a.yaml']],
    ['as a block', '$ref: >-\n  a.yaml\n', ['>-\n  a.yaml\n = a.yaml']],
    ['behind an anchor', '$ref: &a a.yaml\nb: {$ref: *a}', ['a.yaml', 'a.yaml']],
    ['as an explicit key', '? $ref\n: a.yaml', []],
    ['on two lines', '$ref: a\n  b', ['a\n  b = a b']],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['in comments', ['# $ref: a', 'a: b # {$ref: a}', '  # - $ref: a']],
    ['in literal texts', ['b: |-', '  $ref: a', '', '  c: {$ref: a}', 'd: 1']],
    ['in folded texts in a list', ['- >', '  $ref: a', '- b']],
    ['in texts with properties', ['a:', '  - &x !t |2 # comment', '     $ref: a', '  - b']],
    ['in texts behind two dashes', ['- - >+', '    $ref: a', '', '  - b', '- c: |', '    $ref: a']],
    ['in keys that are others', ['x$ref: a', '$refs: a', 'e: see $ref here']],
    ['that are properties', ['properties:', '  $ref: {type: string}', '  a: {$ref: [b]}']],
  ])('but not %s', (_, text) => {
    expect(found(lines(...text, ''))).toEqual([]);
  });

  it('behind what looks like the header of a text', () => {
    expect(found(lines('a: b >', 'c: {$ref: d}', 'e: |', 'f: {$ref: g}', '# h: |', '  # x', 'i: {$ref: j}'))).toEqual(['d', 'g', 'j']);
  });
});

it('references are found in JSON', () => {
  const text = '{"a": {"$ref" : "#/a\\/b"}, "b": "\\"$ref\\": \\"x\\"", "c": ["$ref", "d"], "$ref": {"$ref":\r\n"e"}}';
  expect(found(text, 'json')).toEqual(['"#/a\\/b" = #/a/b', '"e" = e']);
});
