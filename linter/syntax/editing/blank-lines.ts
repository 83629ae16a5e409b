import type { MapNode } from '../node.ts';

/** So many entries are looked at. */
const mostEntries = 20;

/** True where most entries, and at least three, of a block map have a blank line between them, as the components of a description often do. */
export function hasBlankLinesBetween(text: string, map: MapNode): boolean {
  const entries = map.written().slice(0, mostEntries);
  const gaps = entries.slice(1).map(({ keyNode }, index) => text.slice(entries[index]?.keyNode.range.end, keyNode.range.start));
  // Within a block scalar blank lines are text; those behind the last line that is further in are not.
  const blank = gaps.filter((gap) => /\n[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*$/.test(gap));
  return blank.length > 1 && blank.length * 2 > gaps.length;
}
