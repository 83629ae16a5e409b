import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editScalar } from '../../../linter/syntax/editing/edit-scalar.ts';
import type { SyntaxTree } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { lines } from '../support/lines.ts';
import { plainValue } from '../support/plain-value.ts';
import { rangeIn, scalarIn, scalarTexts } from '../support/scalar-texts.ts';

/** The text with the first `part` of the value of `k` replaced; undefined when that is refused. */
function edited(text: string, part: string, replacement: string, format: 'yaml' | 'json' = 'yaml'): string | undefined {
  const tree = parse(text, format);
  const node = scalarIn(tree);
  const start = node.text.indexOf(part);
  const edit = editScalar(tree, node, [{ range: { start, end: start + part.length }, text: replacement }]);
  return edit && applyEdits(text, [edit]);
}

describe('a part of a string that is replaced', () => {
  it('keeps the style of the string', () => {
    expect(edited('k: Basic realm=x # c\n', 'realm=x', 'realm="x"')).toBe('k: Basic realm="x" # c\n');
    expect(edited("k: 'Basic realm=x'\n", 'realm=x', "realm='x'")).toBe("k: 'Basic realm=''x'''\n");
    expect(edited('k: "Basic \\x41 realm=x"\n', 'realm=x', 'realm="x"\n')).toBe('k: "Basic \\x41 realm=\\"x\\"\\n"\n');
    expect(edited('{"k": "Basic \\u0041 realm=x"}', 'realm=x', 'realm="x"\n', 'json')).toBe('{"k": "Basic \\u0041 realm=\\"x\\"\\n"}');
    expect(edited('{"x": "y", k: a}\n', 'a', 'a, b')).toBe('{"x": "y", k: "a, b"}\n');
    expect(edited('{"x": "y", k: a}\n', 'a', '"a", b')).toBe('{"x": "y", k: \'"a", b\'}\n');
    expect(edited('k: !t &a Basic realm=x\n', 'realm=x', 'realm="x"')).toBe('k: !t &a Basic realm="x"\n');
  });

  it.each([
    'a: b',
    'a #b',
    'a:',
    '#a',
    '- a',
    '? a',
    '*a',
    '&a',
    '!a',
    '|',
    '>',
    '@a',
    '`a',
    '%a',
    '"a"',
    '[a',
    '{a',
    ', a',
    'true',
    'null',
    '~',
    '401',
    '1e3',
    '.inf',
    '0x1',
    '',
    ' a',
    'a ',
    '---',
    '... a',
  ])('gets single quotes where it would be no plain string: %j', (replacement) => {
    expect(edited('k: word # c\nz: 1\n', 'word', replacement)).toBe(`k: '${replacement}' # c\nz: 1\n`);
  });

  it('gets single quotes between brackets for commas and brackets only there', () => {
    expect(edited('k: a b\n', 'b', 'b, [c]')).toBe('k: a b, [c]\n');
    expect(edited('{k: a b}\n', 'b', 'b, [c]')).toBe("{k: 'a b, [c]'}\n");
    expect(edited('{"k":a}\n', 'a', ':b')).toBe(`{"k":':b'}\n`);
  });

  it('gets double quotes for what only these can hold', () => {
    expect(edited('k: a b\n', 'b', '"\n\u0007')).toBe('k: "a \\"\\n\\u0007"\n');
    expect(edited("k: 'it''s b'\n", 'b', '\u2028')).toBe('k: "it\'s \\u2028"\n');
  });

  it('keeps the lines of a string', () => {
    expect(edited('k: a b\n  c d\nz: 1\n', 'd', 'e, f')).toBe('k: a b\n  c e, f\nz: 1\n');
    expect(edited('k: a b\n  c d\nz: 1\n', 'b', "it's: b")).toBe("k: 'a it''s: b\n  c d'\nz: 1\n");
    expect(edited('k: "a b\\\n  c d"\n', 'd', '"')).toBe('k: "a b\\\n  c \\""\n');
    expect(edited('k: >- # said\n  a b\n  c d\nz: 1\n', 'c', 'e: #')).toBe('k: >- # said\n  a b\n  e: # d\nz: 1\n');
  });

  it('may be lines of a literal block', () => {
    const text = lines('k: |', '  a', '', '  b', '    c', 'z: 1');
    expect(edited(text, 'b', 'x\n\ny')).toBe(lines('k: |', '  a', '', '  x', '', '  y', '    c', 'z: 1'));
    expect(edited(text, 'a\n\n', '')).toBe(lines('k: |', '  b', '    c', 'z: 1'));
    expect(edited(text, '  c\n', '')).toBe(lines('k: |', '  a', '', '  b', 'z: 1'));
    expect(edited(text, '\nb', 'd\nb')).toBe(lines('k: |', '  a', '  d', '  b', '    c', 'z: 1'));
    expect(edited('k: |\r\n  a\r\nz: 1\r\n', 'a', 'b\nc')).toBe('k: |\r\n  b\r\n  c\r\nz: 1\r\n');
  });

  it('is refused where lines are folded', () => {
    expect(edited('k: a\n  b\n', 'a b', 'c')).toBe(undefined);
    expect(edited('k: "a\\\n  b"\n', 'ab', 'c')).toBe(undefined);
    expect(edited('k: >\n  a\n  b\n', ' ', '-')).toBe(undefined);
    expect(edited('k: >\n  a\n  b\n', 'b', 'b\nc')).toBe(undefined);
    expect(edited('k: x\n\n\n\n  ay\n', 'a', '\n')).toBe(undefined);
  });

  it('is refused where the header of a block would have to change', () => {
    expect(edited('k: |\n  a\n  b\nz: 1\n', 'a', ' a')).toBe(undefined);
    expect(edited('k: |\n  a\nz: 1\n', '\n', '')).toBe(undefined);
    expect(edited('k: |-\n  a\nz: 1\n', 'a', 'a\n')).toBe(undefined);
    expect(edited('k: |\n  a\nz: 1\n', 'a', '\u0007')).toBe(undefined);
  });

  it('is refused for a value that is no string', () => {
    expect(edited('k: 401\n', '401', '403')).toBe(undefined);
    expect(edited('k: true\n', 'true', 'x')).toBe(undefined);
    expect(edited('{"k": null}', 'null', 'x', 'json')).toBe(undefined);
  });

  it('is all that the edit covers, in whole characters', () => {
    const covered = (text: string, part: string, replacement: string) => {
      const tree = parse(text, 'yaml');
      const start = scalarIn(tree).text.indexOf(part);
      const edit = editScalar(tree, scalarIn(tree), [{ range: { start, end: start + part.length }, text: replacement }]);
      return edit && [text.slice(edit.range.start, edit.range.end), edit.text];
    };
    expect(covered('k: a realm=x b\n', 'realm=x', 'realm="x"')).toEqual(['x', '"x"']);
    expect(covered('k: a 😀 b\n', '😀', '😁')).toEqual(['😀', '😁']);
    expect(covered('k: a \u{10400} b\n', '\u{10400}', '\u{10800}')).toEqual(['\u{10400}', '\u{10800}']);
    expect(covered('k: "say \\"a\\""\n', 'a', 'b')).toEqual(['a', 'b']);
  });

  it('may be one of several, in any order', () => {
    const tree = parse('k: abc\n', 'yaml');
    const edit = (...replacements: readonly [number, number, string][]) => {
      const made = editScalar(
        tree,
        scalarIn(tree),
        replacements.map(([start, end, text]) => ({ range: { start, end }, text })),
      );
      return made && applyEdits(tree.text, [made]);
    };
    expect(edit([2, 3, 'z'], [0, 1, 'x'], [1, 1, '-'])).toBe('k: x-bz\n');
    expect(edit([0, 2, 'x'], [1, 3, 'z'])).toBe(undefined);
    expect(edit([0, 9, 'x'])).toBe(undefined);
    expect(edit()).toBe('k: abc\n');
  });
});

const replacements = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc
    .array(fc.constantFrom('a', ' ', "'", '"', '\\', '\n', ': ', ' #', '#', ',', '}', '- ', '\t', '😀', '\u2028', '401', '---'), {
      maxLength: 4,
    })
    .map((parts) => parts.join('')),
);

describe('a part of a random string', () => {
  it.each(scalarTexts)('is all that changes (%s)', (_, texts) => {
    const choices = fc.array(fc.tuple(fc.nat(), fc.nat(), replacements), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(texts, choices, ({ text, format }, chosen) => {
        const tree = parse(text, format);
        const node = scalarIn(tree);
        const parts = chosen.map(([a, b, replacement]) => ({ range: rangeIn(node.text, a, b), text: replacement }));
        if (parts.some(({ range }) => splitsPair(node.text, range.start) || splitsPair(node.text, range.end))) return;
        const edit = editScalar(tree, node, parts);
        if (edit) expectValue(tree, applyEdits(text, [edit]), applyEdits(node.text, parts));
        // On one line everything can be written, in other quotes if need be.
        else expect(parts.length > 1 || /\n|^[|>]/.test(text.slice(node.range.start, node.range.end)), text).toBe(true);
      }),
      { seed: 401, numRuns: 500 },
    );
  });
});

function splitsPair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function expectValue(before: SyntaxTree, result: string, value: string): void {
  const after = parse(result, before.format);
  expect(after.problems, result).toEqual([]);
  expect(plainValue(after.root), result).toEqual({ ...(plainValue(before.root) as object), k: value });
  const [old, now] = [scalarIn(before), scalarIn(after)];
  if (old.style !== 'plain' && old.style !== 'single') expect(now.style).toBe(old.style);
  expect(result.slice(0, old.range.start)).toBe(before.text.slice(0, old.range.start));
  const behind = before.text.slice(old.range.end);
  expect(result.slice(result.length - behind.length)).toBe(behind);
}
