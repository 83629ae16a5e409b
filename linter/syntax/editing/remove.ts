import type { TextEdit } from '../../text/edit.ts';
import { isMergeKey } from '../map-index.ts';
import type { MapEntry, MapNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { indexIn } from './containers.ts';
import { isMissing } from './insertion.ts';
import { mayGo } from './may-go.ts';
import { behindColon } from './own-text.ts';
import { entryPart, itemPart, type PartAmong } from './part.ts';
import { removeFromBlock } from './remove-block.ts';
import { removeFromBrackets } from './remove-flow.ts';

/**
 * Removes an entry with its key, the comment on its line, comment lines below it that are further in, and those right above it where they
 * can be about nothing else. The last entry leaves `{}`. Undefined where that can't be done soundly: an entry in place of which a merged one or an earlier duplicate would take effect,
 * unusual YAML (explicit keys, anchors on keys or in use elsewhere), mistakes in the text: in JSON in what
 * would be removed, in YAML anywhere.
 */
export function removeEntry(tree: SyntaxTree, map: MapNode, entry: MapEntry): TextEdit | undefined {
  return removeNeighbours(tree, map, [entry]);
}

/** Removes entries as `removeEntry` does one, so that all edits can be applied at once; an item is undefined where it can't be done. */
export function removeEntries(tree: SyntaxTree, map: MapNode, entries: readonly MapEntry[]): readonly (TextEdit | undefined)[] {
  const runs: MapEntry[][] = [];
  const inOrder = [...new Set(entries)].map((entry) => ({ entry, index: indexIn(map, entry) })).sort((a, b) => a.index - b.index);
  for (const { entry, index } of inOrder) {
    if (index < 0) continue;
    const last = runs.at(-1);
    if (last && areNeighbours(tree, last.at(-1), entry)) last.push(entry);
    else runs.push([entry]);
  }
  return runs.map((run) => removeNeighbours(tree, map, run));
}

/** True for entries with nothing but a comma between them. */
function areNeighbours({ text }: SyntaxTree, before: MapEntry | undefined, entry: MapEntry): boolean {
  return before !== undefined && /^\s*,?\s*$/.test(text.slice(entryPart(text, before).end, entry.keyNode.range.start));
}

/** Removes entries that stand one after the other. */
function removeNeighbours(tree: SyntaxTree, map: MapNode, run: readonly MapEntry[]): TextEdit | undefined {
  const entries = map.written();
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || !run.every((entry) => isRemovable(tree, map, entry))) return undefined;
  const [before, next] = [entries[indexIn(map, first) - 1], entries[indexIn(map, last) + 1]];
  return remove(tree, map, {
    before: before && entryPart(tree.text, before),
    part: { ...entryPart(tree.text, last), start: first.keyNode.range.start },
    next: next && entryPart(tree.text, next),
  });
}

function isRemovable(tree: SyntaxTree, map: MapNode, entry: MapEntry): boolean {
  if (indexIn(map, entry) < 0 || isMergeKey(entry) || comesBack(map, entry)) return false;
  if (tree.format === 'json' && isMissing(entry.value)) return false;
  return map.style !== 'block' || behindColon(tree.text, entry) !== undefined;
}

/** Removes an item with its dash or comma and its comments, as `removeEntry` does; the last one leaves `[]`. */
export function removeItem(tree: SyntaxTree, sequence: SequenceNode, index: number): TextEdit | undefined {
  const part = itemPart(tree.text, sequence, index);
  if (!part) return undefined;
  return remove(tree, sequence, {
    before: itemPart(tree.text, sequence, index - 1),
    part,
    next: itemPart(tree.text, sequence, index + 1),
  });
}

function remove(tree: SyntaxTree, node: MapNode | SequenceNode, part: PartAmong): TextEdit | undefined {
  const edit = node.style === 'block' ? removeFromBlock(tree, node, part) : removeFromBrackets(tree, node, part);
  return edit && mayGo(tree, edit.range) ? edit : undefined;
}

/** True for an entry in place of which a duplicate or a merged entry would take effect. */
function comesBack(map: MapNode, entry: MapEntry): boolean {
  const { key } = entry;
  if (map.get(key) !== entry || hasOwnKeysOnce(map)) return false;
  return map.written().some((other) => (isMergeKey(other) ? brings(other.value, key) : other !== entry && other.key === key));
}

/** True for a map without duplicates and merge keys, told without a look at its entries. */
function hasOwnKeysOnce(map: MapNode): boolean {
  const entries = map.entries();
  return entries.length === map.written().length && !entries.at(-1)?.merged;
}

function brings(merged: SyntaxNode, key: string): boolean {
  const sources = merged.kind === 'sequence' ? merged.items() : [merged];
  return sources.some((source) => source.kind === 'map' && source.get(key));
}
