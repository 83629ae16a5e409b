import type { FileEdit } from '../findings/file-edits.ts';
import { mapOf } from '../syntax/editing/containers.ts';
import { editScalar } from '../syntax/editing/edit-scalar.ts';
import { fillEntry, insertEntries } from '../syntax/editing/insert.ts';
import type { After } from '../syntax/editing/insertion.ts';
import { removeEntries, removeEntry, removeItem } from '../syntax/editing/remove.ts';
import { renameKey } from '../syntax/editing/rename.ts';
import type { NewMap, NewValue } from '../syntax/editing/render.ts';
import { replaceItem, replaceValue } from '../syntax/editing/replace-value.ts';
import { isMergeKey } from '../syntax/map-index.ts';
import type { MapEntry } from '../syntax/node.ts';
import type { TextEdit } from '../text/edit.ts';
import { child, isMap, type Place } from '../workspace/place.ts';
import { referenceAt } from '../workspace/resolver.ts';

/** Picks the entry behind which a new one goes; undefined puts it first. */
export type Order = (entries: readonly MapEntry[]) => After;

export const atEnd: Order = (entries) => entries.at(-1);

/** Behind the last of these keys that is there; at the end when none is. */
export function behind(...keys: readonly string[]): Order {
  return (entries) => entries.findLast(({ key }) => keys.includes(key)) ?? entries.at(-1);
}

/** Behind the last of these keys that is there; first when none is. */
export function firstOrBehind(...keys: readonly string[]): Order {
  return (entries) => entries.findLast(({ key }) => keys.includes(key));
}

/** Before a key; at the end when it isn't there. */
export function before(key: string): Order {
  return (entries) => {
    const index = entries.findIndex((entry) => entry.key === key);
    return index < 0 ? entries.at(-1) : entries[index - 1];
  };
}

/** Where the alphabet puts a name among names that are in its order; at the end when they are not, and of fewer than three nobody can tell. */
export function inNameOrder(name: string): Order {
  return (entries) => {
    const names = entries.map(({ key }) => key.toLowerCase());
    const isSorted = names.length >= 3 && names.every((each, index) => index === 0 || (names[index - 1] ?? '') <= each);
    return isSorted ? entries.findLast(({ key }) => key.toLowerCase() < name.toLowerCase()) : entries.at(-1);
  };
}

/** By number; ranges (`4XX`) behind the codes that they cover; before `default` and extensions. */
export function inStatusOrder(status: string): Order {
  return (entries) =>
    entries.findLast(({ key }) => /^[1-5][0-9X]{2}$/i.test(key) && statusRank(key) < statusRank(status)) ?? lastLeadingMerge(entries);
}

/** Merge keys stand first by custom, and stay there. */
function lastLeadingMerge(entries: readonly MapEntry[]): After {
  const others = entries.findIndex((entry) => !isMergeKey(entry));
  return others < 0 ? entries.at(-1) : entries[others - 1];
}

function statusRank(key: string): string {
  return key.toUpperCase().replaceAll('X', '~');
}

/** Adds entries to the map at a place, or makes one there when the place has no value yet; undefined when that can't be done. */
export function addEntries(place: Place, entries: NewMap, order: Order): FileEdit | undefined {
  const { tree, uri } = place.file;
  if (isMap(place) && place.node.written().length > 0)
    return wrap(uri, insertEntries(tree, place.node, entries, order(place.node.written())));
  if (!isBlank(place)) return undefined;
  if (place.entry) return wrap(uri, fillEntry(tree, mapOf(tree, place.entry), place.entry, entries));
  return isMap(place) ? wrap(uri, insertEntries(tree, place.node, entries, undefined)) : undefined;
}

/** True for a place without a value: nothing, null, or a map without entries. */
export function isBlank({ node }: Place): boolean {
  return node.kind === 'map' ? node.written().length === 0 : node.kind === 'scalar' && node.value === null;
}

/** Adds entries below a map that may itself be missing, with all that is missing on the way; undefined when a reference or another value is in the way. */
export function addBelow(root: Place, path: readonly string[], entries: NewMap): FileEdit | undefined {
  const [next, ...rest] = path;
  if (next === undefined) return addEntries(root, entries, atEnd);
  const below = child(root, next);
  if (below) return referenceAt(below) ? undefined : addBelow(below, rest, entries);
  const nested = rest.reduceRight<NewMap>((inner, name) => ({ [name]: inner }), entries);
  return addEntries(root, { [next]: nested }, atEnd);
}

/** Gives the entry at a place another key; undefined when that can't be done. */
export function rename(place: Place, key: string): FileEdit | undefined {
  return place.entry && wrap(place.file.uri, renameKey(place.entry, key));
}

/** Removes the entry at a place, with its key; undefined for the root, an item, what a merge key brings, and when it can't be done soundly. */
export function remove({ file, entry }: Place): FileEdit | undefined {
  const map = entry && !entry.merged ? mapOf(file.tree, entry) : undefined;
  return entry && map && wrap(file.uri, removeEntry(file.tree, map, entry));
}

/** Removes entries of one map, as `remove` does one, by edits that don't overlap; an item is undefined where that can't be done. */
export function removeAll(places: readonly Place[]): readonly (FileEdit | undefined)[] {
  const [first] = places;
  if (!first) return [];
  const entries = places.flatMap(({ entry }) => (entry && !entry.merged ? [entry] : []));
  const map = entries[0] && mapOf(first.file.tree, entries[0]);
  if (!map || entries.length < places.length) return [undefined];
  return removeEntries(first.file.tree, map, entries).map((edit) => wrap(first.file.uri, edit));
}

/** Removes an item of the sequence at a place; undefined when there is none with this index, and when it can't be done soundly. */
export function removeItemAt({ file, node }: Place, index: number): FileEdit | undefined {
  return node.kind === 'sequence' ? wrap(file.uri, removeItem(file.tree, node, index)) : undefined;
}

/** Gives the entry at a place another value; undefined for the root, an item, what a merge key brings, and when it can't be done soundly. */
export function setValue({ file, entry }: Place, value: NewValue): FileEdit | undefined {
  return entry && wrap(file.uri, replaceValue(file.tree, entry, value));
}

/** Gives an item of the sequence at a place another value; undefined when there is none with this index, and when it can't be done soundly. */
export function setItem({ file, node }: Place, index: number, value: NewValue): FileEdit | undefined {
  return node.kind === 'sequence' ? wrap(file.uri, replaceItem(file.tree, node, index, value)) : undefined;
}

/**
 * Replaces parts of the string at a place; their ranges are in its value (UTF-16 code units). Undefined for what is no string or what
 * a merge key brings, and when it can't be done soundly.
 */
export function editText({ file, node, entry }: Place, replacements: readonly TextEdit[]): FileEdit | undefined {
  return node.kind === 'scalar' && !entry?.merged ? wrap(file.uri, editScalar(file.tree, node, replacements)) : undefined;
}

function wrap(file: string, edit: FileEdit['edit'] | undefined): FileEdit | undefined {
  return edit && { file, edit };
}
