import type { MapEntry, SyntaxNode } from './node.ts';

/** Merge keys are followed through this many maps; deeper ones are ignored. */
const mergeDepth = 16;

/** The entries of a map by key: own before merged, of duplicates the last, in text order. */
export function indexEntries(written: readonly MapEntry[], depth = 0): ReadonlyMap<string, MapEntry> {
  const index = new Map<string, MapEntry>();
  for (const entry of written) {
    if (!isMergeKey(entry)) index.set(entry.key, entry);
  }
  if (depth < mergeDepth) {
    for (const entry of written) {
      if (isMergeKey(entry)) addMerged(index, entry.value, depth + 1);
    }
  }
  return index;
}

function addMerged(index: Map<string, MapEntry>, source: SyntaxNode, depth: number): void {
  if (source.kind === 'sequence') {
    for (const item of source.items()) {
      if (item.kind === 'map') addMerged(index, item, depth + 1);
    }
  } else if (source.kind === 'map') {
    for (const [key, entry] of indexEntries(source.written(), depth)) {
      if (!index.has(key)) index.set(key, mergedEntry(entry));
    }
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
