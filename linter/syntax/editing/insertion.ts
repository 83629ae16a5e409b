import type { MapEntry, SyntaxNode } from '../node.ts';

/** Behind which entry new ones go: `undefined` puts them first. The entry must be one of the map's `written()`. */
export type After = MapEntry | undefined;

/** True for a value of which there is no text at all (`key:`). */
export function isMissing({ range }: SyntaxNode): boolean {
  return range.start === range.end;
}

/** True for a list or map in which nothing is written. */
export function isEmpty(node: Exclude<SyntaxNode, { kind: 'scalar' }>): boolean {
  return (node.kind === 'map' ? node.written() : node.items()).length === 0;
}
