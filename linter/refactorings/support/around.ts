import { type Holder, holdersAround } from '../../syntax/editing/containers.ts';
import { lineStartOf } from '../../syntax/editing/lines.ts';
import type { MapEntry, SyntaxNode } from '../../syntax/node.ts';
import type { Range } from '../../text/range.ts';
import type { Place } from '../../workspace/place.ts';
import type { Selection } from './refactoring.ts';

/** What stands around a selection. */
export interface Around {
  /** The entry on whose key it is, or begins; undefined when it is on none. */
  readonly key: MapEntry | undefined;
  /** True for the entry of a place that it is in, key and value. */
  isIn(place: Place | undefined): boolean;
  /** True when it is in an entry with this key. */
  isBelow(key: string): boolean;
  /** True for a value that it is in. */
  isWithin(place: Place | undefined): boolean;
  /** True when it is in a map that has this key. */
  isInMapWith(key: string): boolean;
}

/** Looks from the outside in: only what is around the selection is read. */
export function around({ file, range }: Selection): Around {
  const { start, end } = settled(file.text, range);
  const holders = common(holdersAround(file.tree, start), start === end ? undefined : holdersAround(file.tree, end));
  const entries = holders.flatMap((holder) => ('entry' in holder ? [holder.entry] : []));
  const values = new Set([...(file.tree.root ? [file.tree.root] : []), ...holders.flatMap(ownValue)]);
  const last = holders.at(-1);
  const key = last && 'entry' in last && isAt(last.entry.keyNode, start) ? last.entry : undefined;
  return {
    key,
    isIn: (place) => place?.entry !== undefined && entries.includes(place.entry),
    isBelow: (name) => entries.some((entry) => entry.key === name),
    isWithin: (place) => place !== undefined && values.has(place.node),
    isInMapWith: (name) => [...values].some((value) => value.kind === 'map' && value.get(name) !== undefined),
  };
}

/** The collections around both ends; for a selection that begins in a key and ends in its value, these count. */
function common(first: readonly Holder[], second: readonly Holder[] | undefined): readonly Holder[] {
  if (!second) return first;
  const count = first.findIndex((holder, index) => !isSame(holder, second[index]));
  return count < 0 ? first : first.slice(0, count);
}

function isSame(a: Holder, b: Holder | undefined): boolean {
  if (!b) return false;
  return 'entry' in a ? 'entry' in b && a.entry === b.entry : 'sequence' in b && a.sequence === b.sequence && a.index === b.index;
}

/** A value whose text is here, not behind an alias. */
function ownValue(holder: Holder): readonly SyntaxNode[] {
  if ('entry' in holder) return holder.entry.alias ? [] : [holder.entry.value];
  const item = holder.sequence.aliasAt(holder.index) ? undefined : holder.sequence.items()[holder.index];
  return item ? [item] : [];
}

function isAt({ range }: SyntaxNode, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** A selection without the blanks at its ends; a cursor in front of a line or behind a colon stands for what is beside it. */
function settled(text: string, { start, end }: Range): Range {
  const selected = text.slice(start, end);
  if (selected.trim() !== '') return { start: end - selected.trimStart().length, end: start + selected.trimEnd().length };
  const before = text.slice(lineStartOf(text, start), start);
  const beside =
    before.trim() === ''
      ? start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0)
      : start - (/[ \t]*:[ \t]*$/.exec(before)?.[0].length ?? 0);
  return { start: beside, end: beside };
}
