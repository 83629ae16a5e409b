import type { Format } from '../../../linter/syntax/node.ts';
import type { Random } from '../../support/random.ts';
import { signs } from '../mutations/characters.ts';
import { mutated } from '../mutations/mutate.ts';
import { indentationAt, replaced, someLine, someWord } from '../mutations/random-places.ts';
import { typedJson, typedYaml } from './typed-blocks.ts';

/** Something that somebody does to a text: the texts after each step of it. */
export type Action = (text: string, random: Random, format: Format) => readonly string[];

/** A block on a line of its own, letter by letter; an editor indents new lines, and in JSON closes brackets. */
const typeBlock: Action = (text, random, format) => {
  const { start, end } = someLine(text, random);
  const columns = Math.max(0, indentationAt(text, start).length + random.pick([0, 0, 0, 2, -2, 1]));
  const block = random.pick(format === 'json' ? typedJson : typedYaml).replaceAll('\n', `\n${' '.repeat(columns)}`);
  const parts = block.match(random.chance(0.7) ? /\n *|\w{3,}(?=\w)|[^\n]/g : /\n *|[^\n]/g) ?? [];
  return typed(text, end, [`\n${' '.repeat(columns)}`, ...parts], format === 'json' && random.chance(0.5));
};

function typed(text: string, at: number, parts: readonly string[], closesBrackets: boolean): readonly string[] {
  let current = text;
  let cursor = at;
  return parts.map((part) => {
    const closing = closesBrackets ? (closingOf.get(part) ?? '') : '';
    const skips = closesBrackets && closing === '' && /^[\]}]$/.test(part) && current[cursor] === part;
    if (!skips) current = replaced(current, { start: cursor, end: cursor }, part + closing);
    cursor += part.length;
    return current;
  });
}

const closingOf: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['[', ']'],
]);

const typeSomewhere: Action = (text, random) => {
  const at = random.below(text.length + 1);
  return typed(
    text,
    at,
    Array.from({ length: random.between(1, 5) }, () => random.pick(signs)),
    false,
  );
};

/** Backwards from the end of a word or of a line. */
const backspace: Action = (text, random) => {
  const { end } = random.chance(0.5) ? someWord(text, random) : someLine(text, random);
  return Array.from({ length: Math.min(end, random.between(1, 10)) }, (_, index) => replaced(text, { start: end - index - 1, end }, ''));
};

const deleteLine: Action = (text, random) => {
  const { start, end } = someLine(text, random);
  return [replaced(text, { start, end: Math.min(text.length, end + 1) }, '')];
};

/** Lines that stand elsewhere, here as well. */
const paste: Action = (text, random) => {
  const from = someLine(text, random).start;
  const copied = text.slice(from, someLine(text.slice(0, from + 500), random).end);
  const to = random.chance(0.8) ? someLine(text, random).start : random.below(text.length + 1);
  return [replaced(text, { start: to, end: to }, copied + random.pick(['\n', '\n', '']))];
};

/** Lines go elsewhere: two steps. */
const cutAndPaste: Action = (text, random) => {
  const { start } = someLine(text, random);
  const end = Math.min(text.length, someLine(text.slice(0, start + 300), random).end + 1);
  if (end <= start) return [];
  const without = replaced(text, { start, end }, '');
  const to = someLine(without, random).start;
  return [without, replaced(without, { start: to, end: to }, text.slice(start, end))];
};

/** Several lines at once become comments, or move in or out. */
const changeLines: Action = (text, random) => {
  const { start } = someLine(text, random);
  const end = Math.min(text.length, start + random.below(300));
  const lines = text.slice(start, end);
  const changed = random.pick([
    () => lines.replaceAll(/^(?=.)/gm, '# '),
    () => lines.replaceAll(/^(?=.)/gm, '  '),
    () => lines.replaceAll(/^ {1,2}/gm, ''),
    () => lines.replaceAll(/^(\s*)# ?/gm, '$1'),
  ])();
  return [replaced(text, { start, end }, changed)];
};

const change: Action = (text, random, format) => [mutated(text, format, random)];

const newLineAtEnd: Action = (text, random) => [`${text}${random.pick(['\n', ' ', '\n\n', 'a: b', '}', '\n  ', '# end'])}`];

const nothing: Action = (text) => [text];

/** Often what people do often. */
export const actions: readonly Action[] = [
  ...[typeBlock, typeBlock, typeBlock, typeBlock, typeSomewhere, typeSomewhere, backspace, backspace, deleteLine, deleteLine],
  ...[paste, paste, cutAndPaste, changeLines, change, change, newLineAtEnd, nothing],
];
