import { describe, expect, it } from 'vitest';
import type { Format, MapNode, SyntaxNode } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { nodeAt } from '../support/plain-value.ts';

/** The texts of the key and of the value of the first entry. */
function firstEntry(text: string, format: Format = 'yaml'): readonly [string, string, string] {
  const [entry] = (nodeAt(parse(text, format)) as MapNode).written();
  const slice = (node: SyntaxNode | undefined) => (node ? text.slice(node.range.start, node.range.end) : 'none');
  const kind =
    entry?.value.kind === 'scalar' || entry?.value.kind === 'map' || entry?.value.kind === 'sequence' ? entry.value.style : 'none';
  return [slice(entry?.keyNode), slice(entry?.value), kind];
}

describe('the ranges of a key and its value', () => {
  it.each([
    ['a: plain # c\n', 'a', 'plain', 'plain'],
    ['a: two words  \n', 'a', 'two words', 'plain'],
    ['a: two\n  lines\nb: 1\n', 'a', 'two\n  lines', 'plain'],
    ['a: "double" # c\n', 'a', '"double"', 'double'],
    ["a: 'sin''gle'\n", 'a', "'sin''gle'", 'single'],
    ['"a" : 401\n', '"a"', '401', 'plain'],
    ["'a': 1\n", "'a'", '1', 'plain'],
    ['a: &x !!str 1\n', 'a', '1', 'plain'],
    ['&k a: 1\n', 'a', '1', 'plain'],
    ['a:\n', 'a', '', 'plain'],
    ['a: # c\nb: 1\n', 'a', '', 'plain'],
    ['a: [1, 2] # c\n', 'a', '[1, 2]', 'flow'],
    ['a: {b: 1}\nc: 2\n', 'a', '{b: 1}', 'flow'],
    ['a: {\n  b: 1\n}\nc: 2\n', 'a', '{\n  b: 1\n}', 'flow'],
    ['a:\n  b: 1\n  c: x # c\n\n# d\ne: 2\n', 'a', 'b: 1\n  c: x', 'block'],
    ['a:\n  b: 1\n  c:\n\nd: 2\n', 'a', 'b: 1\n  c', 'block'],
    ['a:\n  - 1\n  - b: 2\n\nc: 3\n', 'a', '- 1\n  - b: 2', 'block'],
    ['a:\n- 1\n- 2\nc: 3\n', 'a', '- 1\n- 2', 'block'],
    ['? a\n: 1\n', 'a', '1', 'plain'],
    ['\uFEFFa: 1\n', 'a', '1', 'plain'],
    ['a: 1\r\nb: 2\r\n', 'a', '1', 'plain'],
    ['a: "x\r\n  y"\r\n', 'a', '"x\r\n  y"', 'double'],
    ['a: 😀 # c\n', 'a', '😀', 'plain'],
    ['😀: 1\n', '😀', '1', 'plain'],
    ['a: &x 1\nb: *x\n', 'a', '1', 'plain'],
    ['{a: 1}', 'a', '1', 'plain'],
    ['{a}', 'a', '', 'plain'],
  ])('%j', (text, key, value, style) => {
    expect(firstEntry(text)).toEqual([key, value, style]);
  });

  it.each([
    ['{"a": 1}', '"a"', '1', 'plain'],
    ['{ "a" : "x\\"y" }', '"a"', '"x\\"y"', 'double'],
    ['{"a":[1,2],"b":1}', '"a"', '[1,2]', 'flow'],
    ['{"a": {\r\n"b":1}}', '"a"', '{\r\n"b":1}', 'flow'],
    ['\uFEFF{"a": null}', '"a"', 'null', 'plain'],
    ['{"\\u0061": "😀"}', '"\\u0061"', '"😀"', 'double'],
    ['{"a": }', '"a"', '', 'plain'],
    ['{"a"', '"a"', '', 'plain'],
  ])('%j', (text, key, value, style) => {
    expect(firstEntry(text, 'json')).toEqual([key, value, style]);
  });

  it.each(['|', '>', '|-', '>-', '|+', '>+', '|2', '| # c'])('of a block scalar start at its %s', (header) => {
    const text = `a: ${header}\n  text\n  more\n\nb: 1\n`;
    const [key, value, style] = firstEntry(text);
    expect(key).toBe('a');
    expect(value).toMatch(/^[|>](?:.|\n)*more\n+$/);
    expect(value.startsWith(header.charAt(0))).toBe(true);
    expect(style).toBe(header.startsWith('|') ? 'literal' : 'folded');
  });

  it('are those of the anchor’s text for an alias', () => {
    const text = 'a: &x {b: 1}\nc: *x\n';
    const { range } = nodeAt(parse(text, 'yaml'), 'c');
    expect(text.slice(range.start, range.end)).toBe('{b: 1}');
  });
});
