import { lazy } from '../text/lazy.ts';
import type { MapEntry, SyntaxNode } from './node.ts';

/** Merge keys are followed through this many maps; deeper ones are ignored. */
const mergeDepth = 50;

/** Makes the indexes of a text's maps: entries by key, own before merged, of duplicates the last, in text order. */
export class MapIndexes {
  /** How many indexes are being made now, one for the sake of the other. */
  #depth = 0;

  /** The index of a map, made at the first call. */
  of(written: () => readonly MapEntry[]): () => ReadonlyMap<string, MapEntry> {
    let isBeingMade = false;
    const index = lazy(() => {
      isBeingMade = true;
      this.#depth++;
      const made = this.#make(written());
      this.#depth--;
      isBeingMade = false;
      return made;
    });
    // A map that merges itself adds nothing to itself.
    return () => (isBeingMade ? new Map() : index());
  }

  #make(written: readonly MapEntry[]): ReadonlyMap<string, MapEntry> {
    const index = new Map<string, MapEntry>();
    for (const entry of written) {
      if (!isMergeKey(entry)) index.set(entry.key, entry);
    }
    if (this.#depth > mergeDepth) return index;
    for (const entry of written) {
      if (!isMergeKey(entry)) continue;
      for (const source of mergeSources(entry.value)) addMerged(index, source);
    }
    return index;
  }
}

/** The maps that the value of a merge key brings, each once. */
function mergeSources(value: SyntaxNode): ReadonlySet<SyntaxNode> {
  return new Set(value.kind === 'sequence' ? value.items() : [value]);
}

function addMerged(index: Map<string, MapEntry>, source: SyntaxNode): void {
  if (source.kind !== 'map') return;
  for (const entry of source.entries()) {
    if (!index.has(entry.key)) index.set(entry.key, mergedEntry(entry));
  }
}

/** A copy that keeps the value unread until it is asked for. */
function mergedEntry(entry: MapEntry): MapEntry {
  return {
    key: entry.key,
    keyNode: entry.keyNode,
    get value() {
      return entry.value;
    },
    alias: entry.alias,
    merged: true,
  };
}

/** True for YAML's `<<` (a plain key; a quoted one is an ordinary name). */
export function isMergeKey(entry: MapEntry): boolean {
  return entry.key === '<<' && entry.keyNode.style === 'plain';
}
