import type { TextChange } from '../../text/change.ts';
import type { Range } from '../../text/range.ts';
import type { JsonEntry, JsonMap, JsonNode } from './json-nodes.ts';
import { type JsonTree, jsonTree } from './json-tree.ts';
import { KeptEntries, move, startAfter } from './kept-entries.ts';
import { type Skimmed, skim, skimText } from './skim.ts';

/**
 * The tree of a text after a change, with the nodes of all segments that the change leaves alone. Undefined, and the tree before as it
 * was, when the text isn't JSON any more.
 */
export function editedTree(tree: JsonTree, text: string, change: TextChange): JsonTree | undefined {
  return withEntryReadAnew(tree, text, change) ?? allReadAnew(tree, text, change);
}

/** Reads only the value that the change lies in; undefined when there is none, or what stands there now reaches further or less far. */
function withEntryReadAnew(tree: JsonTree, text: string, change: TextChange): JsonTree | undefined {
  const { root, source } = tree;
  if (root.kind !== 'map') return undefined;
  const path = entriesAround(root, change);
  const innermost = path.at(-1);
  if (!innermost) return undefined;
  const delta = change.newEnd - change.end;
  const end = innermost.range.end + delta;
  const skimmed = skim(text, innermost.valueRange.start, end);
  if (skimmed?.end !== end) return undefined;

  moveBehind(root, path, delta);
  const kept = new KeptEntries(change);
  kept.add(innermost.madeSegments());
  source.text = text;
  const replacement = readAnew(innermost, skimmed, delta, kept);
  return { source, root: withReplaced(root, path, replacement, delta) };
}

/** The entries whose values the change lies in, in their brackets or quotes, from the outermost to the innermost that is a segment. */
function entriesAround(root: JsonMap, change: TextChange): readonly JsonEntry[] {
  const path: JsonEntry[] = [];
  let node: JsonNode | undefined = root;
  while (node?.kind === 'map') {
    const entry: JsonEntry | undefined = lastBefore(node.segments(), change.start);
    if (!entry || !liesWithin(change, entry.valueRange)) break;
    path.push(entry);
    node = entry.value;
  }
  return path;
}

/** The last of the entries that begins before an offset. */
function lastBefore(entries: readonly JsonEntry[], offset: number): JsonEntry | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBefore = (entries[middle]?.segment.offset ?? offset) < offset;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1];
}

function liesWithin(change: TextChange, { start, end }: Range): boolean {
  return start < change.start && change.end < end;
}

/** Moves what stands behind the entries of a path, in each of the maps that they stand in. */
function moveBehind(root: JsonMap, path: readonly JsonEntry[], delta: number): void {
  let map: JsonNode = root;
  for (const entry of path) {
    if (map.kind !== 'map') return;
    const entries: readonly JsonEntry[] = map.segments();
    for (let place = entries.length - 1; place >= 0; place--) {
      const behind = entries[place];
      if (!behind || behind === entry) break;
      move(behind, delta);
    }
    map = entry.value;
  }
}

function readAnew(entry: JsonEntry, { brackets }: Skimmed, delta: number, kept: KeptEntries): JsonEntry {
  const { offset } = entry.segment;
  const segment = entry.segment.renewed({ ...brackets, first: 0, origin: offset });
  const replacement = entry.resized(segment, delta);
  if (!kept.isEmpty && replacement.value.kind === 'map') replacement.value.keep(kept.find);
  return replacement;
}

/** The root after the last entry of a path was replaced, with new entries and maps along all of the path. */
function withReplaced(root: JsonMap, path: readonly JsonEntry[], replacement: JsonEntry, delta: number): JsonMap {
  let before = path.at(-1) as JsonEntry;
  let after = replacement;
  for (const entry of path.slice(0, -1).reverse()) {
    // What is in the new segment has been made already, so that it needs no brackets.
    const outer = entry.withEntry(entry.segment.renewed(undefined), delta, before, after);
    before = entry;
    after = outer;
  }
  return root.withEntry(root.segment.renewed(undefined), delta, before, after);
}

/** Reads the whole text; undefined when it isn't JSON. */
function allReadAnew({ source, root }: JsonTree, text: string, change: TextChange): JsonTree | undefined {
  const skimmed = skimText(text);
  if (!skimmed) return undefined;
  source.text = text;
  const made = root.kind === 'map' ? root.madeSegments() : [];
  const start = startAfter(root.range, change);
  if (start === skimmed.start && start + root.end - root.start === skimmed.end) {
    const delta = start - root.segment.offset;
    root.segment.offset = start;
    for (const entry of made) move(entry, delta);
    return { source, root };
  }
  const kept = new KeptEntries(change);
  kept.add(made);
  const after = jsonTree(source, skimmed);
  if (!kept.isEmpty && after.root.kind === 'map') after.root.keep(kept.find);
  return after;
}
