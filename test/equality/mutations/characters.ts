import { type Mutation, replaced, someLine, someWord } from './random-places.ts';

/** Characters that mean something to one of the languages, or to something else that reads lines. */
export const signs: readonly string[] = [
  ...[':', ': ', ' :', '"', "'", '#', ' #', ' # ', '|', '>', '-', '- ', '? ', '?', ',', ', ', '{', '}', '[', ']', '{}', '[]', '&', '*'],
  ...['!', '%', '@', '`', '~', '=', '<<', '\\', '/', '//', '/*', '*/', '"":', "''", '\\"', '\\\\', '\\u0041', '\\ud800', '\\u12', '\\x'],
  ...[
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\n\n',
    '\n ',
    '\n\t',
    ' ',
    '  ',
    '\uFEFF',
    '\0',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u00a0',
    '\u3000',
    '\v',
    '\f',
  ],
  ...['\ud800', '\udc00', '😀', 'é', 'e\u0301', '\x02', '\x18', '\x1f', '\x1b', '\x7f', '\u200b', '\ufffd', '\uffff'],
  ...['0', '1', '-1', '.', '1e3', '0x1f', '0o7', '.5', '.inf', '.nan', 'null', 'true', 'a', 'abc', 'NaN', 'undefined', '+1', '01'],
];

/** Changes of single characters. */
export const characterMutations: readonly Mutation[] = [
  (text, random) => {
    const at = random.below(text.length + 1);
    return replaced(text, { start: at, end: at }, random.pick(signs));
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return replaced(text, { start: at, end: at + random.between(1, 3) }, '');
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return replaced(text, { start: at, end: at + 1 }, random.pick(signs));
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return replaced(text, { start: at, end: at }, text.slice(at, at + random.between(1, 4)));
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return replaced(text, { start: at, end: at + 2 }, text.charAt(at + 1) + text.charAt(at));
  },
  // Only those that structure a text.
  (text, random) => {
    const marks = [...text.matchAll(/[:"'{}[\],#|>&*-]/g)];
    if (marks.length === 0) return text;
    const { index } = random.pick(marks);
    return replaced(text, { start: index, end: index + 1 }, random.chance(0.5) ? '' : random.pick(signs));
  },
];

/** Changes of words. */
export const wordMutations: readonly Mutation[] = [
  (text, random) => replaced(text, someWord(text, random), ''),
  (text, random) => replaced(text, someWord(text, random), random.pick(signs)),
  (text, random) => {
    const { start, end } = someWord(text, random);
    return replaced(text, { start, end: start }, text.slice(start, end) + random.pick(['', ' ', ': ', ', ']));
  },
  (text, random) => {
    const { start, end } = someWord(text, random);
    const mark = random.pick(['"', "'", '`', '*', '#', '[', '{']);
    return replaced(text, { start, end }, mark + text.slice(start, end) + random.pick([mark, '', mark + mark]));
  },
  (text, random) => {
    const [one, other] = [someWord(text, random), someWord(text, random)].toSorted((a, b) => a.start - b.start);
    if (!one || !other || one.end > other.start) return text;
    const swapped = replaced(text, other, text.slice(one.start, one.end));
    return replaced(swapped, one, text.slice(other.start, other.end));
  },
  // A sign at the start or the end of a line.
  (text, random) => {
    const { start, end } = someLine(text, random);
    const at = random.chance(0.5) ? start + (/\S/.exec(text.slice(start, end))?.index ?? 0) : end;
    return replaced(text, { start: at, end: at }, random.pick(signs));
  },
];
