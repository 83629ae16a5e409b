import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewValue } from '../../../linter/syntax/editing/render.ts';
import { replaceItem, replaceValue } from '../../../linter/syntax/editing/replace-value.ts';
import type { Format, SyntaxNode } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { jsonTexts } from '../support/json-texts.ts';
import { lines } from '../support/lines.ts';
import { nodeAt, plainValue } from '../support/plain-value.ts';
import { yamlTexts } from '../support/yaml-texts.ts';

/** The text with another value at a path; undefined when that is refused. */
function replaced(text: string, path: readonly (string | number)[], value: NewValue, format: Format = 'yaml'): string | undefined {
  const tree = parse(text, format);
  const parent = nodeAt(tree, ...path.slice(0, -1));
  const last = path.at(-1) ?? '';
  const entry = parent.kind === 'map' ? parent.get(String(last)) : undefined;
  const edit = entry ? replaceValue(tree, entry, value) : parent.kind === 'sequence' && replaceItem(tree, parent, Number(last), value);
  return edit ? applyEdits(text, [edit]) : undefined;
}

describe('a value that is replaced', () => {
  it('has the style of the text', () => {
    expect(replaced("a: old # c\nb: 'x'\n", ['a'], 'new')).toBe("a: new # c\nb: 'x'\n");
    expect(replaced("a: old # c\nb: 'x'\n", ['a'], '401')).toBe("a: '401' # c\nb: 'x'\n");
    expect(replaced("a: old # c\nb: 'x'\n", ['a'], 'a, b')).toBe("a: a, b # c\nb: 'x'\n");
    expect(replaced('x: {a: old, b: "x"}\n', ['x', 'a'], 'a, b')).toBe('x: {a: "a, b", b: "x"}\n');
    expect(replaced('a: "old"\n', ['a'], 'new')).toBe('a: "new"\n');
    expect(replaced("a: 'old'\n", ['a'], "it's")).toBe("a: 'it''s'\n");
    expect(replaced("a: 'old'\n", ['a'], 'two\nlines')).toBe('a: "two\\nlines"\n');
    expect(replaced('a: "old"\n', ['a'], true)).toBe('a: true\n');
    expect(replaced('a: old\n', ['a'], null)).toBe('a: null\n');
  });

  it('may be a small list or map', () => {
    expect(replaced('a: old # c\n', ['a'], [])).toBe('a: [] # c\n');
    expect(replaced('a: old # c\n', ['a'], ['b', 'c'])).toBe('a: [b, c] # c\n');
    expect(replaced('a: [b, c]\n', ['a'], {})).toBe('a: {}\n');
    expect(replaced('x: {a: old}\n', ['x', 'a'], ['b'])).toBe('x: {a: [b]}\n');
  });

  it('stands below its key where the text has such there', () => {
    expect(replaced('a: old # c\n', ['a'], { b: ['c', { d: {} }] })).toBe(lines('a: # c', '  b:', '    - c', '    - d: {}'));
    expect(replaced(lines('x:', '- 1', 'a: []', 'b: 2'), ['a'], [{ c: 1 }])).toBe(lines('x:', '- 1', 'a:', '- c: 1', 'b: 2'));
    expect(replaced(lines('x: {y: 1}', 'a: old'), ['a'], { b: 1 })).toBe(lines('x: {y: 1}', 'a: {b: 1}'));
    expect(replaced('a: &x old\n', ['a'], { b: 1 })).toBe('a: &x {b: 1}\n');
  });

  it('stands on one line in JSON where the object around it does', () => {
    const text = lines('{', '  "a": {"b": "old", "c": {}},', '  "d": 1', '}');
    expect(replaced(text, ['a', 'b'], { x: 1 }, 'json')).toBe(lines('{', '  "a": {"b": {"x": 1}, "c": {}},', '  "d": 1', '}'));
    expect(replaced(text, ['a', 'c'], [1, 2], 'json')).toBe(lines('{', '  "a": {"b": "old", "c": [1, 2]},', '  "d": 1', '}'));
    expect(replaced(text, ['d'], { x: 1 }, 'json')).toBe(lines('{', '  "a": {"b": "old", "c": {}},', '  "d": {', '    "x": 1', '  }', '}'));
  });

  it('may replace a block', () => {
    expect(replaced(lines('a: # c', '  # d', '  b: 1', 'c: 2'), ['a'], [])).toBe(lines('a: [] # c', '  # d', 'c: 2'));
    expect(replaced(lines('a:', '- b: 1', '  c: 2', 'd: 3'), ['a'], 'new')).toBe(lines('a: new', 'd: 3'));
    expect(replaced(lines('a:', '  - b', '  - c # c', 'd: 3'), ['a'], ['x', { y: [1] }])).toBe(
      lines('a:', '  - x', '  - y:', '      - 1 # c', 'd: 3'),
    );
    expect(replaced(lines('a:', '- b', 'd: 3'), ['a'], { x: 1 })).toBe(lines('a: {x: 1}', 'd: 3'));
    expect(replaced('a:\r\n  b: 1\r\n', ['a'], { x: 1, y: 2 })).toBe('a:\r\n  x: 1\r\n  y: 2\r\n');
    expect(replaced(lines('a: |', '  text', '', 'b: 2'), ['a'], 'new')).toBe(lines('a: new', '', 'b: 2'));
    expect(replaced(lines('a: >+', '  text', '', 'b: 2'), ['a'], 'new')).toBe(lines('a: new', '', 'b: 2'));
  });

  it('may be missing', () => {
    expect(replaced('a: # c\nb: 1\n', ['a'], 'new')).toBe('a: new # c\nb: 1\n');
    expect(replaced('a:', ['a'], [])).toBe('a: []');
    expect(replaced('"a":\n', ['a'], 1)).toBe('"a": 1\n');
    expect(replaced('{a: , b: 1}\n', ['a'], 2)).toBe('{a: 2 , b: 1}\n');
    expect(replaced('{a, b: 1}\n', ['a'], 2)).toBe(undefined);
    expect(replaced('a: &x\nb: *x\n', ['a'], 2)).toBe(undefined);
    expect(replaced('{"a": \n}', ['a'], 2, 'json')).toBe(undefined);
  });

  it('may be what could not be read: then it is left alone', () => {
    expect(replaced(lines('a:', '- b:', '  []'), ['a', 0, 'b'], 1)).toBe(undefined);
    expect(replaced(lines('a:', '- b:', '', '- c: [', 'd: 1'), ['a', 0, 'b'], 1)).toBe(lines('a:', '- b: 1', '', '- c: [', 'd: 1'));
  });

  it('may be behind an alias, which alone goes', () => {
    expect(replaced('a: &x {b: 1}\nc: *x # c\n', ['c'], [])).toBe('a: &x {b: 1}\nc: [] # c\n');
    expect(replaced('a: &x 1\nc: [*x, 2]\n', ['c', 0], 'a, b')).toBe("a: &x 1\nc: ['a, b', 2]\n");
  });

  it('keeps an anchor before it', () => {
    expect(replaced('a: &x old\nb: *x\n', ['a'], 'new')).toBe('a: &x new\nb: *x\n');
  });

  it('may be an item', () => {
    expect(replaced(lines('a:', '  - old # c', '  - b: 1', '    c: 2', '  -'), ['a', 0], 'x: y')).toBe(
      lines('a:', "  - 'x: y' # c", '  - b: 1', '    c: 2', '  -'),
    );
    expect(replaced(lines('- a', '- b: 1', '  c: 2'), [1], { x: 1, y: [] })).toBe(lines('- a', '- x: 1', '  y: []'));
    expect(replaced(lines('- a', '- b: 1', '  c: 2'), [1], {})).toBe(lines('- a', '- {}'));
    expect(replaced(lines('- a', '-'), [1], 1)).toBe(lines('- a', '- 1'));
    expect(replaced(lines('- a'), [1], 1)).toBe(undefined);
  });

  it('is refused for merged entries, tags, anchors in use, and blocks in a text with mistakes', () => {
    expect(replaced('x: &x {a: 1}\ny: {<<: *x}\n', ['y', 'a'], 2)).toBe(undefined);
    expect(replaced('a: !!str 1\n', ['a'], [])).toBe(undefined);
    expect(replaced('- !t 1\n', [0], [])).toBe(undefined);
    expect(replaced('a: [&x 1]\nb: *x\n', ['a'], 2)).toBe(undefined);
    expect(replaced('a: | # said\n  text\n', ['a'], 2)).toBe(undefined);
    expect(replaced('a: [1]\nb: "x" y\n', ['a'], 2)).toBe(undefined);
    expect(replaced('a: 1\nb: "x" y\n', ['a'], 2)).toBe('a: 2\nb: "x" y\n');
  });
});

describe('a value that is replaced in JSON', () => {
  it('has the style of the text', () => {
    expect(replaced('{"a":1,"b":[2]}', ['a'], { x: ['y'] }, 'json')).toBe('{"a":{"x":["y"]},"b":[2]}');
    expect(replaced('{"a": 1, "b": [2]}', ['a'], { x: ['y', 1] }, 'json')).toBe('{"a": {"x": ["y", 1]}, "b": [2]}');
    expect(replaced('{ "a": 1 }', ['a'], { x: 1 }, 'json')).toBe('{ "a": { "x": 1 } }');
    expect(replaced('{\n\t"a": {\n\t\t"b": 1\n\t}\n}', ['a', 'b'], ['x'], 'json')).toBe(
      '{\n\t"a": {\n\t\t"b": [\n\t\t\t"x"\n\t\t]\n\t}\n}',
    );
    expect(replaced('{\n  "a": ["b", "c"]\n}', ['a'], ['b'], 'json')).toBe('{\n  "a": ["b"]\n}');
    expect(replaced('{\n  "a": "b"\n}', ['a'], 'say "c"\n', 'json')).toBe('{\n  "a": "say \\"c\\"\\n"\n}');
    expect(replaced('{\r\n  "a": {}\r\n}', ['a'], { b: 1 }, 'json')).toBe('{\r\n  "a": {\r\n    "b": 1\r\n  }\r\n}');
  });

  it('is refused where it could not be read', () => {
    expect(replaced('{"a": {b: 1}}', ['a'], 1, 'json')).toBe(undefined);
  });
});

const values: readonly NewValue[] = [
  'new',
  '401',
  'a, b: c',
  'two\nlines',
  'it\'s "said"\u2028',
  '',
  null,
  1,
  false,
  [],
  {},
  ['a', { b: ['c'] }],
  { a: 'x', b: { c: [] } },
];

describe('a value replaced anywhere in a random text', () => {
  it.each([
    ['yaml', yamlTexts],
    ['json', jsonTexts],
  ] as const)('is all that changes (%s)', (format, texts) => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.constantFrom(...values), (text, choice, value) => {
        const tree = parse(text, format);
        const paths = pathsOf(tree.root);
        const path = paths[choice % paths.length];
        const result = path && replaced(text, path, value, format);
        if (!path || result === undefined) return;
        const read = parse(result, format);
        expect(read.problems, result).toEqual([]);
        expect(plainValue(read.root), result).toEqual(withValue(plainValue(tree.root), path, value));
        if (text.includes('\r\n')) expect(result).not.toMatch(/[^\r]\n/);
      }),
      { seed: 401, numRuns: 500 },
    );
  });
});

/** The paths to all values that have their own text and no anchor. */
function pathsOf(node: SyntaxNode | undefined): readonly (readonly (string | number)[])[] {
  if (node?.kind === 'map') {
    const entries = node.entries().filter(({ key, keyNode }) => key !== 'base' && key !== '<<' && keyNode.range.start >= 0);
    return entries.flatMap(({ key, alias, merged, value }) => [
      [key],
      ...(alias || merged ? [] : pathsOf(value).map((path) => [key, ...path])),
    ]);
  }
  if (node?.kind !== 'sequence') return [];
  return node.items().flatMap((item, index) => [[index], ...(node.aliasAt(index) ? [] : pathsOf(item).map((path) => [index, ...path]))]);
}

function withValue(whole: unknown, [first, ...rest]: readonly (string | number)[], value: NewValue): unknown {
  if (first === undefined) return value;
  if (Array.isArray(whole)) return whole.map((item, index) => (index === first ? withValue(item, rest, value) : item));
  const entries = Object.entries(whole as object).map(([key, inner]) => [key, key === first ? withValue(inner, rest, value) : inner]);
  return Object.fromEntries(entries);
}
