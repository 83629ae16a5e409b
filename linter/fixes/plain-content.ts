import type { NewValue } from '../syntax/editing/render.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { children, type Place } from '../workspace/place.ts';

/** The value at a place, some of its strings exchanged, as fixes write values; undefined where a number is written in a way of its own. */
export function plainContent(place: Place, exchanged: ReadonlyMap<SyntaxNode, string>): NewValue | undefined {
  const { node } = place;
  if (node.kind === 'scalar') {
    const { value, text } = node;
    return typeof value === 'number' && String(value) !== text ? undefined : (exchanged.get(node) ?? value);
  }
  const entries: (readonly [string, NewValue])[] = [];
  for (const each of children(place)) {
    const value = plainContent(each, exchanged);
    if (value === undefined) return undefined;
    entries.push([each.entry?.key ?? '', value]);
  }
  return node.kind === 'map' ? Object.fromEntries(entries) : entries.map(([, value]) => value);
}
