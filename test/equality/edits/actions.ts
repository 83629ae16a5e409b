import type { Format } from '../../../linter/syntax/node.ts';
import type { Random } from '../../support/random.ts';
import { signs } from '../mutations/characters.ts';
import { block } from '../mutations/lines.ts';
import { mutated } from '../mutations/mutate.ts';
import { indentationAt, replaced, type Stretch, someLine, someWord } from '../mutations/random-places.ts';
import { typedJson, typedYaml } from './typed-blocks.ts';

/** Something that somebody does to a text: the texts after each step of it. */
export type Action = (text: string, random: Random, format: Format) => readonly string[];

/** A block on a line of its own, letter by letter; an editor indents new lines, and in JSON closes brackets. */
const typeBlock: Action = (text, random, format) => {
  const { start, end } = format === 'json' ? lineWithMembers(text, random) : someLine(text, random);
  const columns = Math.max(0, indentationAt(text, start).length + random.pick([0, 0, 0, 2, -2, 1]));
  const block = random.pick(format === 'json' ? typedJson : typedYaml).replaceAll('\n', `\n${' '.repeat(columns)}`);
  const parts = block.match(random.chance(0.7) ? /\n *|\w{3,}(?=\w)|[^\n]/g : /\n *|[^\n]/g) ?? [];
  return typed(text, end, [`\n${' '.repeat(columns)}`, ...parts], format === 'json' && random.chance(0.5));
};

/** Members can be typed behind a line that ends with a comma or a brace. */
function lineWithMembers(text: string, random: Random): Stretch {
  let line = someLine(text, random);
  for (let trials = 0; trials < 10 && !/[,{]$/.test(text.slice(line.start, line.end)); trials++) line = someLine(text, random);
  return line;
}

/** The same block at once. */
const pasteBlock: Action = (text, random, format) => typeBlock(text, random, format).slice(-1);

/** A key with all that is below it goes, or is there twice. */
const wholeBlock: Action = (text, random) => {
  const { start, end } = block(text, random);
  return [random.chance(0.5) ? replaced(text, { start, end }, '') : replaced(text, { start, end: start }, text.slice(start, end))];
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

/** One thing for another of the same length: all that follows stays where it is. */
const overtype: Action = (text, random) => {
  const { start, end } = random.chance(0.5) ? someWord(text, random) : someLine(text, random);
  const at = random.between(start, Math.max(start, end - 1));
  const by = random.pick([...':#"\'-,{}[]|>&* a1\n', '# ', ': ', '- ', "''"]);
  return [replaced(text, { start: at, end: at + by.length }, by), replaced(text, { start, end }, text.slice(start, end).toUpperCase())];
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

/** Letters and digits within or behind a word: mostly a text stays right. */
const typeWord: Action = (text, random) => {
  const { start, end } = someWord(text, random);
  const at = random.chance(0.5) ? end : random.between(start, end);
  return typed(text, at, [...random.pick(['s', 'pet', '401', 'x-a', ' more', '_1'])], false);
};

/** What people do who know what they want; often what they do often. */
export const tidyActions: readonly Action[] = [
  ...[typeBlock, typeBlock, pasteBlock, pasteBlock, wholeBlock, wholeBlock, typeWord, typeWord, typeWord],
  ...[backspace, overtype, deleteLine, paste, cutAndPaste, changeLines, newLineAtEnd, nothing],
];

/** What happens as well. */
export const wildActions: readonly Action[] = [typeSomewhere, change, change, paste, cutAndPaste, backspace, overtype];
