import type { PlainEntry, PlainPart } from '../../support/fixed/plain-parts.ts';
import { formatOf, plainText } from '../../support/fixed/plain-parts.ts';
import type { Random } from '../../support/random.ts';

/** A text that is to be damaged. */
export interface Source {
  readonly text: string;
  /** The file's path. */
  readonly file: string;
  readonly format: 'yaml' | 'json';
  readonly errors: readonly string[];
  readonly spots: readonly Spot[];
}

/** An entry of a map anywhere in a text. */
export interface Spot {
  /** The keys and indices that lead to it, its own key included. */
  readonly path: readonly string[];
  readonly entry: PlainEntry;
  readonly index: number;
  readonly siblings: readonly PlainEntry[];
  /** True between braces. */
  readonly isFlow: boolean;
}

/** Reads a text and lists the entries of its maps. */
export function readSource(text: string, file: string): Source {
  const { root, errors } = plainText(text, file);
  const spots: Spot[] = [];
  collect(text, root, [], spots);
  return { text, file, format: formatOf(file), errors, spots };
}

function collect(text: string, part: PlainPart, path: readonly string[], found: Spot[]): void {
  if (part.kind === 'list') for (const [index, item] of part.items.entries()) collect(text, item, [...path, String(index)], found);
  if (part.kind !== 'map') return;
  const isFlow = text[part.range.start] === '{';
  for (const [index, entry] of part.entries.entries()) {
    const own = [...path, entry.key];
    found.push({ path: own, entry, index, siblings: part.entries, isFlow });
    collect(text, entry.value, own, found);
  }
}

/** One of the spots that a pattern finds in their paths (`paths//pets/get/responses/401`); undefined when there is none. */
export function someSpot({ spots }: Source, pattern: RegExp, random: Random): Spot | undefined {
  const found = spots.filter(({ path }) => pattern.test(path.join('/')));
  return found.length > 0 ? random.pick(found) : undefined;
}

/** What the value at a spot means; aliases are their text. */
export function meaningOf(part: PlainPart): unknown {
  if (part.kind === 'scalar') return part.value;
  if (part.kind === 'list') return part.items.map(meaningOf);
  return Object.fromEntries(part.entries.map(({ key, value }) => [key, meaningOf(value)]));
}
