import type { MapEntry, SyntaxNode } from '../../../../linter/syntax/node.ts';

/** An entry on one of the upper levels, and where it stands from its key to the end of its value. */
export interface UpperEntry {
  readonly entry: MapEntry;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/** The entries on the upper three levels, each before those in it. */
export function upperEntries(root: SyntaxNode | undefined, level = 1): readonly UpperEntry[] {
  if (root?.kind !== 'map' || level > 3) return [];
  return root.written().flatMap((entry) => {
    const upper = { entry, level, start: entry.keyNode.range.start, end: entry.value.range.end };
    return [upper, ...upperEntries(entry.value, level + 1)];
  });
}
