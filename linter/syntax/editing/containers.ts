import type { Range } from '../../text/range.ts';
import type { MapEntry, MapNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';

/** Where a value stands: behind a key, or in a list. */
export type Holder = { readonly map: MapNode; readonly entry: MapEntry } | { readonly sequence: SequenceNode; readonly index: number };

/** What holds the value that a node's text is, not an alias of it; undefined for the root and for a node of another tree. */
export function holderOf(tree: SyntaxTree, node: SyntaxNode): Holder | undefined {
  return holdersAround(tree, node.range.start).find((holder) => heldValue(holder) === node);
}

/** The map that has an entry, also one that a later entry replaces; undefined for what a merge key brings, and for an entry of another tree. */
export function mapOf(tree: SyntaxTree, entry: MapEntry): MapNode | undefined {
  const offset = entry.keyNode.range.start;
  const maps = holdersAround(tree, offset).flatMap((holder) => ('map' in holder ? [holder.map] : []));
  return maps.find((map) => map.written()[nearestEntry(map, offset)] === entry) ?? maps.find((map) => map.written().includes(entry));
}

/** The index of an entry among those that a map has written; -1 when it is none of them. */
export function indexIn(map: MapNode, entry: MapEntry): number {
  const nearest = nearestEntry(map, entry.keyNode.range.start);
  return map.written()[nearest] === entry ? nearest : map.written().indexOf(entry);
}

/** The value around an offset that stands in a map or list, with its key; undefined where there is none. */
export function holderAt(collection: MapNode | SequenceNode, offset: number): Holder | undefined {
  return collection.kind === 'map' ? entryAt(collection, offset) : itemAt(collection, offset);
}

/** True where a text stands between brackets, so that commas and brackets end it. */
export function isBetweenBrackets(tree: SyntaxTree, offset: number): boolean {
  return tree.format === 'json' || holdersAround(tree, offset).some((holder) => collectionOf(holder).style === 'flow');
}

/** True where the innermost list or map around an offset begins and ends on one line; false where there is none. */
export function isOnOneLine(tree: SyntaxTree, offset: number): boolean {
  const innermost = holdersAround(tree, offset).at(-1);
  if (!innermost) return false;
  const { start, end } = collectionOf(innermost).range;
  return !/[\r\n]/.test(tree.text.slice(start, end));
}

/** The same, but for an offset at which brackets start or end: that is outside of them. */
export function isWithinBrackets(tree: SyntaxTree, offset: number): boolean {
  return holdersAround(tree, offset).some((holder) => {
    const { style, range } = collectionOf(holder);
    return style === 'flow' && range.start < offset && offset < range.end;
  });
}

/** The values around an offset that stand in collections, the outermost first: also where it is at the end of one, or in its key. */
export function holdersAround(tree: SyntaxTree, offset: number): readonly Holder[] {
  const found: Holder[] = [];
  let node = tree.root;
  while (node && node.kind !== 'scalar') {
    const holder: Holder | undefined = holderAt(node, offset);
    if (holder) found.push(holder);
    node = holder && !isAlias(holder) ? heldValue(holder) : undefined;
  }
  return found;
}

function entryAt(map: MapNode, offset: number): Holder | undefined {
  const nearest = map.written()[nearestEntry(map, offset)];
  // A key that is an alias has its node elsewhere, so that the entries may stand in another order than their keys.
  const entry = nearest && isAt(nearest, offset) ? nearest : map.written().findLast((each) => isAt(each, offset));
  return entry && { map, entry };
}

/** The index of the last entry whose key starts at an offset or before it; -1 when there is none. */
function nearestEntry(map: MapNode, offset: number): number {
  const entries = map.written();
  return lastIndex(entries.length, (index) => (entries[index]?.keyNode.range.start ?? 0) <= offset);
}

/** The last of so many indexes, the first of which are all good and the others not, that is good; -1 when none is. */
function lastIndex(length: number, isGood: (index: number) => boolean): number {
  let low = -1;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isGood(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isAt({ keyNode, alias, value }: MapEntry, offset: number): boolean {
  return isIn(keyNode.range, offset) || isIn(alias ?? value.range, offset);
}

function itemAt(sequence: SequenceNode, offset: number): Holder | undefined {
  const items = sequence.items();
  const rangeOf = (item: SyntaxNode, index: number): Range => sequence.aliasAt(index) ?? item.range;
  const index = lastIndex(items.length, (at) => {
    const item = items[at];
    return item !== undefined && rangeOf(item, at).start <= offset;
  });
  const item = items[index];
  return item && isIn(rangeOf(item, index), offset) ? { sequence, index } : undefined;
}

/** The end counts: a value of which there is no text yet is there. */
function isIn({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

function heldValue(holder: Holder): SyntaxNode | undefined {
  return 'entry' in holder ? holder.entry.value : holder.sequence.items()[holder.index];
}

function collectionOf(holder: Holder): MapNode | SequenceNode {
  return 'entry' in holder ? holder.map : holder.sequence;
}

function isAlias(holder: Holder): boolean {
  return ('entry' in holder ? holder.entry.alias : holder.sequence.aliasAt(holder.index)) !== undefined;
}
