import type { Random } from '../../support/random.ts';
import { indentationAt, lineAt, type Mutation, replaced, type Stretch, someLine } from './random-places.ts';

/** One to five lines that follow each other, with their line ends. */
function someLines(text: string, random: Random): Stretch {
  const { start } = someLine(text, random);
  let end = start;
  for (let count = random.pick([1, 1, 1, 2, 3, 5]); count > 0; count--) end = afterLine(text, end);
  return { start, end };
}

function afterLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The line that a place is on, with all lines below it that are further in. */
export function block(text: string, random: Random): Stretch {
  const { start } = someLine(text, random);
  const indentation = indentationAt(text, start).length;
  let end = afterLine(text, start);
  while (end < text.length && (indentationAt(text, end).length > indentation || /^\s*$/.test(lineText(text, end))))
    end = afterLine(text, end);
  return { start, end };
}

function lineText(text: string, offset: number): string {
  const { start, end } = lineAt(text, offset);
  return text.slice(start, end);
}

/** Lines further in, or further out as far as there are blanks. */
function shifted(lines: string, columns: number, only: (index: number) => boolean = () => true): string {
  let index = 0;
  return lines.replace(/^(?=.)/gm, () => (only(index++) && columns > 0 ? ' '.repeat(columns) : '')).replace(outward(columns), '');
}

const outward = (columns: number) => (columns < 0 ? new RegExp(`^ {1,${-columns}}`, 'gm') : /(?!)/);

const columns = [-4, -2, -2, -1, -1, 1, 1, 2, 2, 4];

/** Lines that come, go, and change places. */
export const lineMutations: readonly Mutation[] = [
  (text, random) => replaced(text, someLines(text, random), ''),
  (text, random) => replaced(text, block(text, random), ''),
  (text, random) => {
    const { start, end } = random.chance(0.5) ? someLines(text, random) : block(text, random);
    return replaced(text, { start, end: start }, text.slice(start, end));
  },
  (text, random) => {
    const { start, end } = random.chance(0.5) ? someLines(text, random) : block(text, random);
    const to = someLine(text, random).start;
    return replaced(text, { start: to, end: to }, shifted(text.slice(start, end), random.pick([0, ...columns])));
  },
  (text, random) => {
    const one = lineAt(text, random.below(text.length + 1));
    const other = lineAt(text, afterLine(text, one.start));
    if (other.start <= one.start) return text;
    const [first, second] = [text.slice(one.start, one.end), text.slice(other.start, other.end)];
    return replaced(replaced(text, other, first), one, second);
  },
  // Two lines become one, or one two.
  (text, random) => {
    const { end } = someLine(text, random);
    return replaced(text, { start: end, end: afterLine(text, end) }, random.pick(['', ' ', ', ']));
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return replaced(text, { start: at, end: at }, `\n${' '.repeat(random.below(9))}`);
  },
  // Blank lines, and blanks behind a line.
  (text, random) => {
    const { start } = someLine(text, random);
    return replaced(
      text,
      { start, end: start },
      `${random.pick(['', '', ' ', '  ', '      ', '\t', ' \t'])}${random.pick(['\n', '\n\n', '\r\n', '\r'])}`,
    );
  },
  (text, random) => {
    const { end } = someLine(text, random);
    return replaced(text, { start: end, end }, random.pick([' ', '  ', '\t', ' \t ', '\r', ' \u00a0']));
  },
  // The text ends or starts here.
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(someLine(text, random).start),
];

/** Lines that are further in or out than they were. */
export const indentationMutations: readonly Mutation[] = [
  (text, random) => {
    const line = someLine(text, random);
    return replaced(text, line, shifted(text.slice(line.start, line.end), random.pick(columns)));
  },
  (text, random) => {
    const stretch = block(text, random);
    return replaced(text, stretch, shifted(text.slice(stretch.start, stretch.end), random.pick(columns)));
  },
  // All of a block but its first line.
  (text, random) => {
    const { start, end } = block(text, random);
    const inner = { start: Math.min(end, afterLine(text, start)), end };
    return replaced(text, inner, shifted(text.slice(inner.start, end), random.pick(columns)));
  },
  (text, random) => {
    const lines = someLines(text, random);
    return replaced(
      text,
      lines,
      shifted(text.slice(lines.start, lines.end), random.pick(columns), () => random.chance(0.5)),
    );
  },
  (text, random) => shifted(text, random.pick([1, 2, 4])),
  // Tabs.
  (text, random) => {
    const { start } = someLine(text, random);
    const indentation = indentationAt(text, start);
    const kept = indentation.slice(0, random.below(indentation.length + 1));
    return replaced(
      text,
      { start, end: start + indentation.length },
      `${kept}\t${random.chance(0.5) ? indentation.slice(kept.length) : ''}`,
    );
  },
];

/** The whole text in another guise. */
export const guiseMutations: readonly Mutation[] = [
  (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  (text, random) => text.replaceAll(/\r?\n/g, (end) => (random.chance(0.3) ? '\r\n' : end)),
  (text, random) => text.replaceAll(/\r?\n/g, (end) => (random.chance(0.05) ? '\r' : end)),
  (text) => text.replaceAll(/\r?\n/g, '\r'),
  (text) => `\uFEFF${text}`,
  (text) => text.trimEnd(),
  (text, random) =>
    text.trimEnd() + random.pick(['\n', '\n\n\n', '  ', '\n  ', '\n\t', '\n#', ' # end', '\n# end\n', '\r\n', '\n...\n', '\n---\n', '\0']),
  (text) => text.replaceAll(/^( +)/gm, (blanks) => '\t'.repeat(Math.ceil(blanks.length / 2))),
  (text) => text.replaceAll(/^( +)/gm, (blanks) => blanks + blanks),
  (text, random) =>
    random.pick([
      '\n',
      '\n\n',
      ' ',
      '# first\n',
      '\t',
      '\r\n',
      '---\n',
      '--- ',
      '%YAML 1.2\n---\n',
      '---\n---\n',
      '...\n',
      '{',
      '[',
      '- ',
      '"',
    ]) + text,
];
