import type { FileEdit } from '../findings/file-edits.ts';
import { type After, insertEntry, setOnlyEntry } from '../syntax/editing/insert.ts';
import { renameKey } from '../syntax/editing/rename.ts';
import type { NewValue } from '../syntax/editing/render.ts';
import type { MapEntry } from '../syntax/node.ts';
import { child, isMap, type Place } from '../workspace/place.ts';
import { referenceAt } from '../workspace/resolver.ts';

/** Picks the entry behind which a new one goes; undefined puts it first. */
export type Order = (entries: readonly MapEntry[]) => After;

export const atEnd: Order = (entries) => entries.at(-1);

/** Behind the last of these keys that is there; at the end when none is. */
export function behind(...keys: readonly string[]): Order {
  return (entries) => entries.findLast(({ key }) => keys.includes(key)) ?? entries.at(-1);
}

/** By number; ranges (`4XX`) behind the codes that they cover; before `default` and extensions. */
export function inStatusOrder(status: string): Order {
  return (entries) => entries.findLast(({ key }) => /^[1-5][0-9X]{2}$/i.test(key) && statusRank(key) < statusRank(status));
}

function statusRank(key: string): string {
  return key.toUpperCase().replaceAll('X', '~');
}

/** Adds an entry to the map at a place, or makes one there when the place has no value yet; undefined when that can't be done. */
export function addEntry(place: Place, key: string, value: NewValue, order: Order): FileEdit | undefined {
  const { tree, uri } = place.file;
  const { node } = place;
  if (isMap(place) && place.node.written().length > 0)
    return wrap(uri, insertEntry(tree, place.node, key, value, order(place.node.written())));
  const empty = node.kind === 'map' || (node.kind === 'scalar' && node.value === null);
  if (!empty) return undefined;
  if (place.parent && place.entry) return wrap(uri, setOnlyEntry(tree, place.parent, place.entry, key, value));
  return node.kind === 'map' ? wrap(uri, insertEntry(tree, node, key, value, undefined)) : undefined;
}

/** Adds an entry below a map that may itself be missing, with all that is missing on the way; undefined when a reference or another value is in the way. */
export function addBelow(root: Place, path: readonly string[], key: string, value: NewValue): FileEdit | undefined {
  const [next, ...rest] = path;
  if (next === undefined) return addEntry(root, key, value, atEnd);
  const below = child(root, next);
  if (below) return referenceAt(below) ? undefined : addBelow(below, rest, key, value);
  const nested = rest.reduceRight<NewValue>((inner, name) => ({ [name]: inner }), { [key]: value });
  return addEntry(root, next, nested, atEnd);
}

/** Gives the entry at a place another key; undefined when that can't be done. */
export function rename(place: Place, key: string): FileEdit | undefined {
  return place.entry && wrap(place.file.uri, renameKey(place.entry, key));
}

function wrap(file: string, edit: FileEdit['edit'] | undefined): FileEdit | undefined {
  return edit && { file, edit };
}
