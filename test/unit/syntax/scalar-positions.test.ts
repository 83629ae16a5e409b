import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../linter/syntax/parse.ts';
import { sourceRange } from '../../../linter/syntax/scalar-positions.ts';
import { yamlValue } from '../support/plain-value.ts';
import { rangeIn, scalarIn, scalarTexts } from '../support/scalar-texts.ts';

/** What shows a part of the value of `k`: the first `part` in it, or the units from and to two offsets. */
function shown(text: string, part: string | readonly [number, number], format: 'yaml' | 'json' = 'yaml'): string | undefined {
  const tree = parse(text, format);
  const node = scalarIn(tree);
  const [start, end] = typeof part === 'string' ? [node.text.indexOf(part), node.text.indexOf(part) + part.length] : part;
  const range = sourceRange(tree, node, { start, end });
  return range && text.slice(range.start, range.end);
}

describe('the text that shows a part of a scalar', () => {
  it('is the part itself where nothing is escaped or folded', () => {
    for (const text of ['k: a realm b\n', "k: 'a realm b'\n", 'k: "a realm b"\n', 'k: |\n  a realm b\n', 'k: >-\n  a\n  realm b\n']) {
      expect(shown(text, 'realm')).toBe('realm');
      expect(shown(text, 'b')).toBe('b');
    }
    expect(shown('{"k": "a realm b"}', 'realm', 'json')).toBe('realm');
  });

  it('is the whole escape', () => {
    expect(shown(`k: 'it''s'\n`, `'`)).toBe(`''`);
    expect(shown('k: "a\\"b"\n', '"')).toBe('\\"');
    expect(shown('k: "\\x41b"\n', 'A')).toBe('\\x41');
    expect(shown('k: "a\\u2028b"\n', '\u2028b')).toBe('\\u2028b');
    expect(shown('k: "a\\U0001F600b"\n', '😀')).toBe('\\U0001F600');
    expect(shown('k: "a\\U0001F600b"\n', [2, 3])).toBe('\\U0001F600');
    expect(shown('{"k": "a\\ud83d\\ude00\\/b"}', '😀/', 'json')).toBe('\\ud83d\\ude00\\/');
  });

  it('is all of a fold', () => {
    expect(shown('k: a \n  b\n', ' ')).toBe(' \n  ');
    expect(shown('k: "a\r\n\r\n  b"\n', '\n')).toBe('\r\n\r\n  ');
    expect(shown("k: 'a\n\n\n  b'\n", [1, 2])).toBe('\n\n');
    expect(shown("k: 'a\n\n\n  b'\n", [2, 3])).toBe('\n  ');
    expect(shown('k: "a\\\n  b"\n', 'ab')).toBe('a\\\n  b');
    expect(shown('k: >\n  a\n  b\n', ' b')).toBe('\n  b');
  });

  it('leaves out the indentation of the first line', () => {
    expect(shown('k: |2\n    a\n   b\n', '  a')).toBe('  a');
    expect(shown('k: |\n\n  a\n  b\n', 'a\nb\n')).toBe('a\n  b\n');
  });

  it('is an empty text for an empty part, behind what comes before', () => {
    const tree = parse('k: "a\\nb"\n', 'yaml');
    const at = (offset: number) => sourceRange(tree, scalarIn(tree), { start: offset, end: offset });
    expect([0, 1, 2, 3].map((offset) => at(offset)?.start)).toEqual([4, 5, 7, 8]);
    const empty = parse("k: ''\n", 'yaml');
    expect(sourceRange(empty, scalarIn(empty), { start: 0, end: 0 })).toEqual({ start: 4, end: 4 });
  });

  it('is undefined for what is not in the value', () => {
    for (const part of [
      [-1, 0],
      [0, 4],
      [2, 1],
      [4, 4],
    ] as const)
      expect(shown('k: abc\n', part)).toBe(undefined);
  });

  it('is undefined where the text is broken', () => {
    expect(shown('k: "abc\n', 'a')).toBe(undefined);
    expect(shown('k: "a\\qc"\n', [0, 1])).toBe('a');
    expect(shown('{"k": "a\\qc"}', [0, 1], 'json')).toBe(undefined);
  });

  it('is found in linear time', () => {
    const many = 200_000;
    for (const scalar of [
      `"${' '.repeat(many)}x"`,
      `"${'\\n'.repeat(many)}"`,
      `'${"''".repeat(many)}'`,
      `|\n${'  x\n'.repeat(many)}`,
      `"a${'\n'.repeat(many)} b"`,
    ]) {
      const tree = parse(`k: ${scalar}\n`, 'yaml');
      const start = performance.now();
      expect(sourceRange(tree, scalarIn(tree), { start: 1, end: 1 })).toBeDefined();
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});

describe('in a random scalar', () => {
  it.each(scalarTexts)('each unit is shown by itself, by an escape, or by what is folded (%s)', (_, texts) => {
    fc.assert(
      fc.property(texts, ({ text, format }) => {
        const tree = parse(text, format);
        const node = scalarIn(tree);
        let done = node.range.start;
        for (const [offset, unit] of node.text.split('').entries()) {
          // A block of blank lines shows nothing.
          const range = sourceRange(tree, node, { start: offset, end: offset + 1 });
          if (!range && /^\s*$/.test(node.text)) return;
          expect(range).toBeDefined();
          if (!range) return;
          const source = text.slice(range.start, range.end);
          if (source !== unit) expect([source, unit]).toEqual([expect.stringMatching(meansFolded(node.style, unit)), unit]);
          expect(range.end).toBeGreaterThanOrEqual(done);
          done = range.end;
        }
        expect(done).toBeLessThanOrEqual(node.range.end);
      }),
      { seed: 401, numRuns: 300 },
    );
  });

  it.each(scalarTexts.filter(([name]) => name !== 'folded' && name !== 'literal'))('the text of a part means the part (%s)', (_, texts) => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), ({ text, format }, a, b) => {
        const tree = parse(text, format);
        const node = scalarIn(tree);
        const part = rangeIn(node.text, a, b);
        const range = sourceRange(tree, node, part) ?? { start: 0, end: 0 };
        const source = text.slice(range.start, range.end);
        const quoted = node.style === 'double' ? `"${source}"` : `'${node.style === 'plain' ? source.replaceAll("'", "''") : source}'`;
        const value = node.text.slice(part.start, part.end);
        // Half of a pair that one escape means is shown by all of it; one of several folded line breaks means something else alone.
        const cutsLineBreaks = [part.start, part.end].some((cut) => node.text.slice(cut - 1, cut + 1) === '\n\n');
        if (/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(value) || cutsLineBreaks) return;
        expect(yamlValue(`- ${quoted}`)).toEqual([value]);
      }),
      { seed: 401, numRuns: 300 },
    );
  });

  it.each(scalarTexts.filter(([name]) => name === 'literal'))(
    'lines of a block are shown with their indentation between them (%s)',
    (_, texts) => {
      fc.assert(
        fc.property(texts, fc.nat(), fc.nat(), ({ text, format }, a, b) => {
          const tree = parse(text, format);
          const node = scalarIn(tree);
          const part = rangeIn(node.text, a, b);
          const range = sourceRange(tree, node, part);
          if (!range) {
            expect(node.text).toMatch(/^\s*$/);
            return;
          }
          const [, indicator = '', first = ''] = /\|([23]?).*\s*?\n( +)[^ \r\n]/.exec(text) ?? [];
          const indent = Number(indicator) || first.length;
          const source = text.slice(range.start, range.end).replace(new RegExp(`\r?\n {0,${indent}}`, 'g'), '\n');
          const value = node.text.slice(part.start, part.end);
          // A text without a final newline has one in its value.
          expect([source, `${source}\n`]).toContain(value);
        }),
        { seed: 401, numRuns: 300 },
      );
    },
  );
});

function meansFolded(style: string, unit: string): RegExp {
  if (unit === ' ' || unit === '\n') return style === 'double' ? /^(?:\s*\n\s*|\\.*)$/s : /^(?:\s*\n\s*|)$/;
  return style === 'single' ? /^''$/ : /^\\/;
}
