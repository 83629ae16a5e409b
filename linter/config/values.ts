import type { Fix } from '../findings/finding.ts';
import type { Problem } from '../rules/support/rule.ts';
import { isMergeKey } from '../syntax/map-index.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { children, entryPlace, firstLine, isMap, keyRange, type Place } from '../workspace/place.ts';

/** Receives what is wrong in a configuration. */
export type Complain = (problem: Problem) => void;

/** True where nothing is written, or null. */
export function isEmpty({ node }: Place): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** The entries of a map, each key once; none of anything else, which is complained of as of keys that are there twice. */
export function entriesOf(place: Place, what: string, complain: Complain): readonly { readonly key: string; readonly place: Place }[] {
  if (!isMap(place)) {
    complain(wrongValue(place, `This must be a map of ${what}.`));
    return [];
  }
  for (const entry of place.node.written()) {
    if (isMergeKey(entry) || place.node.get(entry.key) === entry) continue;
    const message = `The key ${shortened(entry.key)} stands here twice, and only the last one counts. Remove one of them.`;
    complain({ place: entryPlace(place, entry), message });
  }
  return place.node.entries().map((entry) => ({ key: entry.key, place: entryPlace(place, entry) }));
}

/** The items of a list; none of anything else, which is complained of. */
export function itemsOf(place: Place, what: string, complain: Complain): readonly Place[] {
  if (place.node.kind === 'sequence') return children(place);
  complain(wrongValue(place, `This must be a list of ${what}.`));
  return [];
}

/** A problem with a value: what is marked is its first line, or its key where there is no value. */
export function wrongValue(place: Place, message: string, fixes: readonly Fix[] = []): Problem {
  const range = firstLine(place);
  return { place, range: range.start < range.end ? range : keyRange(place), message, fixes };
}

/** So many characters of a text are repeated in a message. */
const mostRepeated = 60;

/** A text as messages repeat it. */
export function shortened(text: string): string {
  return text.length > mostRepeated ? `${text.slice(0, mostRepeated)}…` : text;
}

/** A value as the subject of a sentence. */
export function subject({ node }: Place): string {
  return (node.kind === 'scalar' && shortened(node.text)) || 'This';
}

/** Reads each node once, however many aliases lead to it. */
export function once<T>(read: (place: Place) => T): (place: Place) => T {
  const known = new Map<SyntaxNode, { readonly value: T }>();
  return (place) => {
    const before = known.get(place.node);
    if (before) return before.value;
    const value = read(place);
    known.set(place.node, { value });
    return value;
  };
}
