import type { Random } from '../../support/random.ts';
import type { Damage } from './auth-parts.ts';
import { endOfText, lineEndAt, lineStartAt } from './lines.ts';
import { type Source, someSpot } from './spots.ts';

const words: readonly string[] = ['why', 'TODO: 401?', "it's", "'401': {description: No}", 'a: b', '{', '}', '"', '!'];

function comment({ format }: Source, random: Random): string {
  const said = random.pick(words);
  return format === 'json' ? random.pick([`// ${said}`, `/* ${said} */`]) : `# ${said}`;
}

/** An offset around an entry that has to do with responses. */
function somePlace(source: Source, random: Random): number | undefined {
  const spot = someSpot(source, /responses|security|headers|^components$/, random);
  if (!spot) return undefined;
  const { keyRange, value } = spot.entry;
  return random.pick([keyRange.start, keyRange.end, value.range.start, endOfText(source.text, value.range)]);
}

const behindLine: Damage = (source, random) => {
  const { text, format } = source;
  const place = somePlace(source, random);
  if (place === undefined) return undefined;
  const at = lineEndAt(text, place);
  return `${text.slice(0, at)}${format === 'json' ? ' ' : random.pick([' ', '  ', '\t'])}${comment(source, random)}${text.slice(at)}`;
};

const ownLine: Damage = (source, random) => {
  const { text, format } = source;
  const place = somePlace(source, random);
  if (place === undefined) return undefined;
  const start = lineStartAt(text, place);
  const blanks = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const indent = format === 'json' || random.chance(0.6) ? blanks : ' '.repeat(random.between(0, blanks.length + 4));
  const line = `${indent}${comment(source, random)}\n`;
  const lines = random.pick([line, `${line}${line}`, `\n${line}`, `${line}\n`]);
  return text.slice(0, start) + lines + text.slice(start);
};

/** Between brackets, beside a comma. */
const besideComma: Damage = (source, random) => {
  const { text } = source;
  const spot = someSpot(source, /responses|security|headers/, random);
  const { start, end } = spot?.entry.value.range ?? { start: 0, end: 0 };
  const places = [...text.slice(start, end).matchAll(/[,{[}\]]/g)].map(({ index }) => start + index + random.below(2));
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  const indent = /^[ \t]*/.exec(text.slice(lineStartAt(text, at)))?.[0] ?? '';
  return `${text.slice(0, at)} ${comment(source, random)}\n${indent}${random.pick(['', '  '])}${text.slice(at)}`;
};

const blankLines: Damage = (source, random) => {
  const place = somePlace(source, random);
  if (place === undefined) return undefined;
  const at = random.pick([lineStartAt, lineEndAt])(source.text, place);
  return source.text.slice(0, at) + random.pick(['\n', '\n\n', '\n  \n', '\n\t\n']) + source.text.slice(at);
};

const trailingBlanks: Damage = (source, random) => {
  const place = somePlace(source, random);
  if (place === undefined) return undefined;
  const at = lineEndAt(source.text, place);
  return source.text.slice(0, at) + random.pick([' ', '   ', '\t', ' \t']) + source.text.slice(at);
};

/** What says nothing to a reader of values: comments and blanks. */
export const trivia: readonly Damage[] = [behindLine, behindLine, ownLine, ownLine, besideComma, besideComma, blankLines, trailingBlanks];
