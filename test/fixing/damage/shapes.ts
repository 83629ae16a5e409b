import type { Random } from '../../support/random.ts';
import type { Damage } from './auth-parts.ts';
import { columnAt, endOfText, lineEndAt, lineStartAt } from './lines.ts';
import { meaningOf, type Source, someSpot } from './spots.ts';
import { blockValue, flowValue, withKey } from './written.ts';

const aroundResponses = /responses|headers|security|components$/;

/** A block becomes flow. */
const inFlow: Damage = (source, random) => reshaped(source, random, true);

/** What stands in flow becomes a block. */
const inBlock: Damage = (source, random) => reshaped(source, random, false);

function reshaped(source: Source, random: Random, toFlow: boolean): string | undefined {
  const { text, format } = source;
  const spot = someSpot(source, aroundResponses, random);
  if (!spot || spot.entry.value.kind === 'scalar' || (format === 'json' && !toFlow) || (spot.isFlow && !toFlow)) return undefined;
  const { keyRange, value } = spot.entry;
  const isFlow = '{['.includes(text.charAt(value.range.start));
  if (isFlow === toFlow && format === 'yaml' && toFlow) return undefined;
  const column = columnAt(text, keyRange.start);
  const meaning = meaningOf(value);
  const written = toFlow ? ` ${flowValue(source, meaning, column, random)}` : blockValue(source, meaning, column, random);
  return `${text.slice(0, keyRange.end)}:${written}${text.slice(endOfText(text, value.range))}`;
}

/** `? key` with its colon on the next line. */
const explicitKey: Damage = (source, random) => {
  const { text, format } = source;
  const spot = someSpot(source, /responses\/|headers\/|responses$/, random);
  if (!spot || format === 'json' || spot.isFlow) return undefined;
  const { keyRange, value } = spot.entry;
  const start = lineStartAt(text, keyRange.start);
  const indent = text.slice(start, keyRange.start);
  if (indent.trim() !== '') return undefined;
  const isBelow = /[\r\n]/.test(text.slice(keyRange.end, value.range.start));
  const colon = text.indexOf(':', keyRange.end);
  if (isBelow && value.kind !== 'map') return undefined;
  const key = `${indent}? ${text.slice(keyRange.start, keyRange.end)}\n${indent}:`;
  return text.slice(0, start) + key + text.slice(colon + 1);
};

/** The key in other quotes. */
const quotes: Damage = (source, random) => {
  const spot = someSpot(source, /responses\/[^/]+$|headers\/[^/]+$|responses$/, random);
  if (!spot || source.format === 'json') return undefined;
  const { key } = spot.entry;
  return withKey(source, spot, random.pick([key, `'${key}'`, `"${key}"`]));
};

/** The same entry once more. */
const twice: Damage = (source, random) => {
  const { text } = source;
  const spot = someSpot(source, /responses\/4[^/]+$|headers\/[^/]+$|security$/, random);
  if (!spot) return undefined;
  const start = spot.entry.keyRange.start;
  const end = endOfText(text, spot.entry.value.range);
  const copy = text.slice(start, end);
  if (spot.isFlow) return `${text.slice(0, start)}${copy}, ${text.slice(start)}`;
  return `${text.slice(0, start)}${copy}\n${' '.repeat(columnAt(text, start))}${text.slice(start)}`;
};

/** A block scalar in place of a description, as the last value of its map or not. */
const blockScalar: Damage = (source, random) => {
  const { text, format } = source;
  const spot = someSpot(source, /responses\/[^/]+\/description$|headers\/[^/]+\/(?:description|example)$|^info\/description$/, random);
  if (!spot || format === 'json' || spot.isFlow) return undefined;
  const { keyRange, value } = spot.entry;
  const indent = ' '.repeat(columnAt(text, keyRange.start) + random.between(1, 4));
  const header = random.pick(['|', '>', '|-', '>-', '|+', '>+', '|+ # kept', '| # said']);
  const lines = random.pick([
    ['One'],
    ['One', '', 'Two'],
    ['One', '', ''],
    ['One', '# no comment', '', ''],
    ["It's: so"],
    ['Bearer realm=pets', ''],
  ]);
  const written = lines.map((line) => (line === '' ? '' : indent + line)).join('\n');
  return `${text.slice(0, keyRange.end)}: ${header}\n${written}${text.slice(endOfText(text, value.range))}`;
};

/** A very long line. */
const longLine: Damage = (source, random) => {
  const { text, format } = source;
  const at = lineEndAt(text, random.below(text.length));
  if (format === 'json' || text[at - 1] === undefined) return undefined;
  return `${text.slice(0, at)} # ${'long '.repeat(random.between(200, 1000))}${text.slice(at)}`;
};

/** The same written in another way; for JSON less of it is possible. */
export const reshapings: readonly Damage[] = [inFlow, inFlow, inBlock, inBlock, explicitKey, quotes, twice, blockScalar, longLine];
