import type { Random } from '../../support/random.ts';
import { blockScalar, flowLines, oddKeys, oddLines, oddValues, severalLines } from './odd-values.ts';
import { indentationAt, type Mutation, replaced, type Stretch, someLine } from './random-places.ts';

/** A line of the form `key: value`, `- value` or `- key: value` in its parts. */
interface Parts {
  readonly line: Stretch;
  readonly indentation: string;
  readonly dash: string;
  readonly key: Stretch;
  readonly value: Stretch;
}

/** A line that has a key or a dash; undefined when there is none nearby. */
function someParts(text: string, random: Random): Parts | undefined {
  for (let trials = 0; trials < 5; trials++) {
    const line = someLine(text, random);
    const match = /^([ \t]*)((?:- +)*)([^\s#][^:\n]*?)?(?:(:)(?= |$)|$|(?<=- ))[ \t]*/.exec(text.slice(line.start, line.end));
    if (!match || (!match[2] && !match[4])) continue;
    const [all, indentation = '', dash = '', key = '', colon] = match;
    const keyStart = line.start + indentation.length + dash.length;
    const valueStart = colon ? line.start + all.length : keyStart;
    return {
      line,
      indentation,
      dash,
      key: { start: keyStart, end: colon ? keyStart + key.length : keyStart },
      value: { start: Math.min(valueStart, line.end), end: line.end },
    };
  }
  return undefined;
}

/** A mutation of a line that has a key or a dash. */
const ofParts =
  (change: (parts: Parts, text: string, random: Random) => string): Mutation =>
  (text, random) => {
    const parts = someParts(text, random);
    return parts ? change(parts, text, random) : text;
  };

/** A value of several lines, with the lines below as far in as the key is. */
function placed(value: string, indentation: string): string {
  return value.replaceAll(/\n(?=.)/g, `\n${indentation.replaceAll(/\S/g, ' ')}`);
}

const severalLineValues = [blockScalar, blockScalar, flowLines, severalLines];

/** Blanks before a value: without one the key is none. */
const gap = (random: Random) => random.pick([' ', ' ', ' ', ' ', '', '  ', '\t', ' \t', '\n', ' # said\n', '\n\n']);

/** Changes that know keys, values and lists. */
export const yamlMutations: readonly Mutation[] = [
  // Another value.
  ofParts(({ value }, text, random) =>
    replaced(text, { ...value, start: blanksBefore(text, value.start) }, gap(random) + random.pick(oddValues)),
  ),
  ofParts(({ value }, text, random) =>
    replaced(text, { start: value.start, end: value.start }, random.pick(oddValues) + random.pick(['', ' '])),
  ),
  ofParts(({ value }, text, random) =>
    replaced(text, { start: value.end, end: value.end }, random.pick(['', ' ']) + random.pick(oddValues)),
  ),
  ofParts(({ value, indentation, dash }, text, random) => {
    const made = placed(random.pick(severalLineValues)(random), indentation + dash);
    return replaced(text, { ...value, start: blanksBefore(text, value.start) }, gap(random) + made);
  }),
  // Another key.
  ofParts(({ key }, text, random) => replaced(text, key, random.pick(oddKeys))),
  ofParts(({ key }, text, random) =>
    replaced(
      text,
      { start: key.start, end: key.start },
      random.pick(['? ', '- ', '- - ', '&a ', '!!str ', '*a ', '"', "'", '-', '?', ': ', '{', '[']),
    ),
  ),
  ofParts(({ key }, text, random) =>
    replaced(
      text,
      { start: key.end, end: key.end + 1 },
      random.pick(['', ' :', '::', ':\t', '\n:', '=', ' ', ':#', ': #', ': &a', ': !!map', ': |', ': >-']),
    ),
  ),
  // A line between others.
  (text, random) => {
    const { start } = someLine(text, random);
    return replaced(text, { start, end: start }, `${nearbyIndentation(text, start, random)}${random.pick(oddLines)}\n`);
  },
  (text, random) => {
    const { start } = someLine(text, random);
    const indentation = nearbyIndentation(text, start, random);
    const value = placed(random.pick(severalLineValues)(random), indentation);
    return replaced(text, { start, end: start }, `${indentation}${random.pick(['k: ', 'k:', '- ', '', '- k: ', '? '])}${value}\n`);
  },
  // A comment between others, or behind a line.
  (text, random) => {
    const { start } = someLine(text, random);
    return replaced(
      text,
      { start, end: start },
      `${nearbyIndentation(text, start, random)}${random.pick(['#', '# said', '#said', '# a: b', '#\t', "# it's", '# "'])}\n`,
    );
  },
  (text, random) => {
    const { end } = someLine(text, random);
    return replaced(text, { start: end, end }, random.pick([' # said', '# said', '  #', '\t# said', ' #']));
  },
  // An anchor here, its alias there.
  (text, random) => {
    const places = [random.below(text.length), random.below(text.length)].sort((a, b) => a - b);
    const ends = places.map((place) => text.indexOf(': ', place)).filter((at) => at >= 0);
    const [first, second] = [ends[0], ends.at(-1)];
    if (first === undefined || second === undefined || first === second) return text;
    const aliased = replaced(text, { start: second + 2, end: someEnd(text, second) }, '*a');
    return replaced(aliased, { start: first + 2, end: first + 2 }, '&a ');
  },
];

function someEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function blanksBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

/** The indentation of a line, or one near to it. */
function nearbyIndentation(text: string, start: number, random: Random): string {
  const columns = indentationAt(text, start).length + random.pick([0, 0, 0, 0, 1, 2, 2, 4, -1, -2, -2, -4]);
  return ' '.repeat(Math.max(0, columns));
}
