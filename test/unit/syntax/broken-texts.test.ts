import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format, SyntaxNode } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { jsonTexts } from '../support/json-texts.ts';
import { yamlTexts } from '../support/yaml-texts.ts';

const formats: readonly Format[] = ['yaml', 'json'];

/** Reads everything of a text; every range lies in it. */
function readAll(text: string, format: Format): void {
  const tree = parse(text, format);
  const seen = new Set<SyntaxNode>();
  const inText = ({ start, end }: { start: number; end: number }) => {
    if (!(start >= 0 && start <= end && end <= text.length)) throw new Error(`range ${start}-${end} in a text of ${text.length}`);
  };
  const walk = (node: SyntaxNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    inText(node.range);
    if (node.kind === 'sequence') node.items().forEach(walk);
    if (node.kind !== 'map') return;
    for (const { keyNode, value, alias } of [...node.written(), ...node.entries()]) {
      inText(keyNode.range);
      if (alias) inText(alias);
      walk(value);
    }
  };
  if (tree.root) walk(tree.root);
  for (const { range } of [...tree.problems, ...tree.comments()]) inText(range);
}

const pieces = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ': ',
  '- ',
  '? ',
  '"',
  "'",
  '#',
  ' #',
  '|',
  '>',
  '|+\n',
  '&a',
  '*a',
  '<<: *a',
  '!',
  '!!str',
  '%',
  '@',
  '`',
  '---\n',
  '...',
  '\n',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '  ',
  '\uFEFF',
  '\u0000',
  '\uD800',
  '\uDC00',
  '\u2028',
  '\\',
  '/',
  '//',
  '/*',
  '*/',
  'a',
  '401',
  'null',
  '$ref',
  '__proto__',
  '\x02',
  '\x18',
  '\x1f',
);

describe.each(formats)('a text that is no %s', (format) => {
  it('is read without an exception: random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => readAll(text, format)),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('is read without an exception: random signs of the language', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => readAll(parts.join(''), format)),
      { seed: 2, numRuns: 3000 },
    );
  });

  it('is read without an exception: cut anywhere', () => {
    const texts = format === 'yaml' ? yamlTexts : jsonTexts;
    fc.assert(
      fc.property(texts, fc.nat(), (text, cut) => readAll(text.slice(0, cut % (text.length + 1)), format)),
      { seed: 3, numRuns: 500 },
    );
  });

  it('is read without an exception: with something put in or taken out', () => {
    const texts = format === 'yaml' ? yamlTexts : jsonTexts;
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(4), pieces, (text, place, taken, piece) => {
        const at = place % (text.length + 1);
        readAll(text.slice(0, at) + piece + text.slice(at + taken), format);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it.each(['', ' ', '\n', '\uFEFF', '\r', '\0', '#', '---', '...'])('may be nothing at all: %j', (text) => {
    readAll(text, format);
  });

  it.each(['[', '{"a":', '- ', '[[{"a":'])('is read when it is nested 100,000 deep: %s', (bracket) => {
    const tree = parse(bracket.repeat(100_000), format);
    expect(tree.problems.length).toBeGreaterThan(0);
    readProblems(tree.problems.map(({ message }) => message));
  });

  it('is read when a right one is nested 100,000 deep', () => {
    const tree = parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, format);
    tree.comments();
  });
});

function readProblems(messages: readonly string[]): void {
  for (const message of messages) expect(message).not.toMatch(/undefined|\[object/);
}

describe('mistakes', () => {
  it('are data, with the place where they are', () => {
    const text = 'a: 1\nb: [1, 2\nc: 3\n';
    const [problem] = parse(text, 'yaml').problems;
    expect(problem?.range.start).toBeGreaterThan(text.indexOf('['));
    const json = '{"a": 1, "b" 2}';
    expect(parse(json, 'json').problems[0]?.range.start).toBe(json.indexOf('2'));
  });

  it('in block YAML indented 5,000 deep', () => {
    const deep = Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    readAll(deep, 'yaml');
  });
});
