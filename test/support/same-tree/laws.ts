import type { MapEntry, MapNode, SequenceNode, SyntaxNode } from '../../../linter/syntax/node.ts';

/** What a map has, as it was asked for once. */
export interface Lists {
  readonly written: readonly MapEntry[];
  readonly entries: readonly MapEntry[];
}

/** True for what stands where the text has no value. */
export function isMissing(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.range.start === node.range.end;
}

/** What a sequence breaks of the law that what is asked for twice is the same object, in words. */
export function brokenSequenceLaw(node: SequenceNode, items: readonly SyntaxNode[]): string | undefined {
  const again = node.items();
  const index = items.findIndex((item, at) => !isSameNode(item, again[at]));
  return index < 0 ? undefined : `items()[${index}] is another object when asked again`;
}

/** The same of a map. */
export function brokenMapLaw(map: MapNode, { written, entries }: Lists): string | undefined {
  return unsteady('written', written, map.written()) ?? unsteady('entries', entries, map.entries());
}

function unsteady(name: string, first: readonly MapEntry[], again: readonly MapEntry[]): string | undefined {
  const index = first.findIndex((entry, at) => entry !== again[at]);
  if (index >= 0) return `${name}()[${index}] ${JSON.stringify(first[index]?.key)} is another object when asked again`;
  const entry = first.find((one) => !isSteady(one));
  return entry && `${name}(): ${JSON.stringify(entry.key)} has another key node or value when asked again`;
}

function isSteady(entry: MapEntry): boolean {
  const { keyNode, value } = entry;
  return entry.keyNode === keyNode && isSameNode(value, entry.value);
}

function isSameNode(one: SyntaxNode, other: SyntaxNode | undefined): boolean {
  return one === other || (other !== undefined && isMissing(one) && isMissing(other));
}

/** True for lists of the same objects. */
export function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
