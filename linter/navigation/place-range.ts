import { endOfEntry } from '../syntax/editing/own-text.ts';
import type { Range } from '../text/range.ts';
import { keyRange, type Place } from '../workspace/place.ts';

/** All of a place's own text: its key with its value; of an item its value, of a root the whole file. */
export function placeRange({ file, entry, node, pointer }: Place): Range {
  if (entry) return { start: entry.keyNode.range.start, end: endOfEntry(file.text, entry) };
  return pointer === '' ? { start: 0, end: file.text.length } : node.range;
}

/** What to mark of a place: its key, of an item its first line, of a root the start of the file. */
export function placeMark(place: Place): Range {
  return place.pointer === '' ? { start: 0, end: 0 } : keyRange(place);
}
