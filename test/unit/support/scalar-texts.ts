import fc from 'fast-check';
import type { ScalarNode, ScalarStyle, SyntaxTree } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { nodeAt } from './plain-value.ts';

/** A text that has a scalar as the value of `k`, between two others. */
export interface ScalarText {
  readonly text: string;
  readonly format: 'yaml' | 'json';
  readonly style: ScalarStyle;
}

const words = [
  'a',
  'b ',
  ' c',
  'two words',
  '\t',
  '#',
  ' # d',
  ':',
  ': ',
  '-',
  ',',
  ', e',
  '[',
  '}',
  'é',
  '日本',
  '😀',
  '&',
  '*',
  '!',
  '%',
  '401',
  'true',
];

function written(style: ScalarStyle, pieces: readonly string[], write: (content: string) => string, format: 'yaml' | 'json' = 'yaml') {
  return fc
    .tuple(fc.array(fc.constantFrom(...words, ...pieces), { maxLength: 8 }), fc.constantFrom('\n', '\n', '\r\n'))
    .map(([content, lineEnd]): ScalarText => ({ text: write(content.join('')).replaceAll('\n', lineEnd), format, style }));
}

function among(scalar: string): string {
  return `a: 1\nk: ${scalar}\nz: {y: 1}\n`;
}

const folds = ['\n  ', ' \n\n  ', '\n \t\n\n    '];
const doubleEscapes = [
  '\\"',
  '\\\\',
  '\\n',
  '\\t',
  '\\/',
  '\\0',
  '\\x41',
  '\\u2028',
  '\\U0001F600',
  '\\ud83d\\ude00',
  '\\_',
  '\\ ',
  '\\\n   ',
];
const jsonEscapes = ['\\"', '\\\\', '\\/', '\\b', '\\f', '\\n', '\\r', '\\u00e9', '\\ud83d\\ude00', "'"];
const literalLines = ['\n   ', '\n\n   ', '\n     ', '\n   \t', '\n  \n   ', '"', "'", '\\'];

function block(mark: '|' | '>'): fc.Arbitrary<ScalarText> {
  return fc
    .record({
      indicator: fc.constantFrom('', '', '2', '3'),
      chomping: fc.constantFrom('', '-', '+'),
      comment: fc.constantFrom('', ' # said'),
      leading: fc.constantFrom('', '', '\n', '\n\n', '\n   \n'),
      end: fc.constantFrom('\n', '\n\n', '\n   \n', '\n     \n\n'),
      finalNewline: fc.boolean(),
      content: fc.array(fc.constantFrom(...words, ...literalLines), { minLength: 1, maxLength: 8 }),
      lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
    })
    .map(({ indicator, chomping, comment, leading, end, finalNewline, content, lineEnd }): ScalarText => {
      const scalar = `${mark}${indicator}${chomping}${comment}\n${leading}   ${content.join('')}${end}`;
      const text = `a: 1\nk: ${finalNewline ? `${scalar}z: {y: 1}\n` : scalar.trimEnd()}`;
      return { text: text.replaceAll('\n', lineEnd), format: 'yaml', style: mark === '|' ? 'literal' : 'folded' };
    });
}

const candidates: Readonly<Record<string, fc.Arbitrary<ScalarText>>> = {
  plain: written('plain', ["'", '"', '\\', ...folds], (content) => among(`x${content}y`)),
  'plain, between brackets': written('plain', ["'", '"', '\\'], (content) => `{a: 1, k: x${content}y, z: {y: 1}}\n`),
  'single quotes': written('single', ["''", '"', '\\', ...folds], (content) => among(`'${content}'`)),
  'double quotes': written('double', ["'", ...doubleEscapes, ...folds], (content) => among(`"${content}"`)),
  literal: block('|'),
  folded: block('>'),
  JSON: written('double', jsonEscapes, (content) => `{"a": 1,"k": "${content.replace(/[\t\n]/g, ' ')}", "z": {"y": 1}}`, 'json'),
};

/** Random texts with a scalar in every style, each a pair of the style's name and texts that a strict parser takes. */
export const scalarTexts = Object.entries(candidates).map(([name, texts]) => [name, texts.filter(isSound)] as const);

function isSound({ text, format, style }: ScalarText): boolean {
  const tree = parse(text, format);
  if (tree.problems.length > 0 || tree.root?.kind !== 'map' || (tree.root.get('k')?.value ?? tree.root).kind !== 'scalar') return false;
  const scalar = scalarIn(tree);
  return scalar.style === style && typeof scalar.value === 'string';
}

/** The scalar of which such a text is made. */
export function scalarIn(tree: SyntaxTree): ScalarNode {
  const node = nodeAt(tree, 'k');
  if (node.kind !== 'scalar') throw new Error('no scalar');
  return node;
}

/** A range in a value, from two numbers of any size. */
export function rangeIn(value: string, a: number, b: number): { start: number; end: number } {
  const [first, second] = [a % (value.length + 1), b % (value.length + 1)];
  return { start: Math.min(first, second), end: Math.max(first, second) };
}
