import type { Random } from '../../support/random.ts';
import type { Damage } from './auth-parts.ts';
import { columnAt, endOfText } from './lines.ts';
import { meaningOf, type Source, type Spot } from './spots.ts';
import { withEntry, withValue } from './written.ts';

const kinds: readonly RegExp[] = [/^paths\/.*\/responses$/, /^paths\/.*\/responses\/[^/]+$/, /\/headers$/, /headers\/[^/]+$/, /security$/];

/** Two spots of one kind, the first of them before the other. */
function twoSpots({ spots }: Source, random: Random): readonly [Spot, Spot] | undefined {
  const kind = random.pick(kinds);
  const found = spots.filter(({ path }) => kind.test(path.join('/')));
  if (found.length < 2) return undefined;
  const second = random.between(1, found.length - 1);
  const [one, other] = [found[random.below(second)], found[second]];
  return one && other && one.entry.value.range.end < other.entry.keyRange.start ? [one, other] : undefined;
}

/** The text with an anchor before the value of a spot, and the change behind it. */
function anchored(source: Source, { entry }: Spot, rest: string): string {
  const { text } = source;
  const colon = text.indexOf(':', entry.keyRange.end);
  return `${text.slice(0, colon + 1)} &shared${text.slice(colon + 1, entry.value.range.start)}${rest}`;
}

const aliases: Damage = (source, random) => {
  const spots = source.format === 'yaml' ? twoSpots(source, random) : undefined;
  if (!spots || source.text.includes('&shared')) return undefined;
  const [one, other] = spots;
  const rest = replacedBehind(source, one, other, ' *shared');
  return anchored(source, one, rest);
};

/** What stands behind the start of the first value, where the second is replaced. */
function replacedBehind({ text }: Source, one: Spot, other: Spot, written: string): string {
  const colon = text.indexOf(':', other.entry.keyRange.end);
  const end = Math.max(colon + 1, endOfText(text, other.entry.value.range));
  return `${text.slice(one.entry.value.range.start, colon + 1)}${written}${text.slice(end)}`;
}

const mergeKeys: Damage = (source, random) => {
  const spots = source.format === 'yaml' ? twoSpots(source, random) : undefined;
  if (!spots || source.text.includes('&shared')) return undefined;
  const [one, other] = spots;
  if (one.entry.value.kind !== 'map' || other.entry.value.kind !== 'map') return undefined;
  const { text } = source;
  const first = other.entry.value.entries[0];
  const merge = random.pick(['<<: *shared', '<<: [*shared]', "'<<': *shared"]);
  const isFlow = text[other.entry.value.range.start] === '{';
  if (random.chance(0.4) || !first)
    return anchored(source, one, replacedBehind(source, one, other, random.chance(0.5) ? ` {${merge}}` : belowKey(source, other, merge)));
  const start = first.keyRange.start;
  const between = isFlow ? ', ' : `\n${' '.repeat(columnAt(text, start))}`;
  return anchored(source, one, `${text.slice(one.entry.value.range.start, start)}${merge}${between}${text.slice(start)}`);
};

function belowKey({ text }: Source, spot: Spot, line: string): string {
  return spot.isFlow ? ` {${line}}` : `\n${' '.repeat(columnAt(text, spot.entry.keyRange.start) + 2)}${line}`;
}

/** A response goes to where it is shared, and is referred to. */
const toComponents: Damage = (source, random) => {
  const spot = source.spots.filter(({ path }) => /^paths\/.*\/responses\/[^/]+$/.test(path.join('/')));
  const shared = source.spots.find(({ path }) => /^(?:components\/)?responses$/.test(path.join('/')));
  if (spot.length === 0 || !shared || shared.entry.value.kind !== 'map') return undefined;
  const one = random.pick(spot);
  const name = random.pick(['Unauthorized', 'Denied', 'Error', 'E401']);
  const value = meaningOf(one.entry.value);
  const $ref = `#/${shared.path.join('/')}/${name}`;
  // What stands further behind is changed first.
  if (one.entry.keyRange.start < shared.entry.keyRange.start) {
    const withShared = withEntry(source, shared, name, value, random);
    return withValue({ ...source, text: withShared }, one, { $ref }, random);
  }
  return withEntry({ ...source, text: withValue(source, one, { $ref }, random) }, shared, name, value, random);
};

/** A map as a reference to nothing, to itself, or to what another status says. */
const reference: Damage = (source, random) => {
  const spots = twoSpots(source, random);
  if (!spots) return undefined;
  const [one, other] = random.chance(0.5) ? spots : [spots[1], spots[0]];
  const pointer = one.path.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  return withValue(source, other, { $ref: encodeURI(`#/${pointer}`) }, random);
};

/** One text that stands for several things. */
export const sharings: readonly Damage[] = [aliases, aliases, mergeKeys, mergeKeys, toComponents, reference];
