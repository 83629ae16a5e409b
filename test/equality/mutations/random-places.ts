import type { Random } from '../../support/random.ts';

/** Changes a text somewhere, in one way. */
export type Mutation = (text: string, random: Random) => string;

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function replaced(text: string, { start, end }: Stretch, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** Some line, without its line end. */
export function someLine(text: string, random: Random): Stretch {
  return lineAt(text, random.below(text.length + 1));
}

export function lineAt(text: string, offset: number): Stretch {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : text[end - 1] === '\r' && end > start ? end - 1 : end };
}

/** Some word: what stands between blanks, or punctuation, or letters only. */
export function someWord(text: string, random: Random): Stretch {
  const { start, end } = someLine(text, random);
  const words = [...text.slice(start, end).matchAll(random.pick([/\S+/g, /\w+/g, /[^\w\s]+/g]))];
  if (words.length === 0) return { start, end: start };
  const word = random.pick(words);
  return { start: start + word.index, end: start + word.index + word[0].length };
}

/** The blanks at the start of a line. */
export function indentationAt(text: string, start: number): string {
  return /^[ \t]*/.exec(text.slice(start, start + 400))?.[0] ?? '';
}
