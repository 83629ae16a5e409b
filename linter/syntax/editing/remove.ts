import type { TextEdit } from '../../text/edit.ts';
import { isMergeKey } from '../map-index.ts';
import type { MapEntry, MapNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { isMissing } from './insertion.ts';
import { mayGo } from './may-go.ts';
import { behindColon } from './own-text.ts';
import { entryPart, itemPart, type PartAmong } from './part.ts';
import { removeFromBlock } from './remove-block.ts';
import { removeFromBrackets } from './remove-flow.ts';

/**
 * Removes an entry with its key, the comment on its line, and comment lines below it that are further in; comments above it stay.
 * The last entry leaves `{}`. Undefined where that can't be done soundly: an entry in place of which a merged one or an earlier duplicate would take effect,
 * unusual YAML (explicit keys, anchors on keys or in use elsewhere), mistakes in the text: in JSON in what
 * would be removed, in YAML anywhere.
 */
export function removeEntry(tree: SyntaxTree, map: MapNode, entry: MapEntry): TextEdit | undefined {
  const entries = map.written();
  const index = entries.indexOf(entry);
  if (index < 0 || isMergeKey(entry) || comesBack(map, entry)) return undefined;
  if (tree.format === 'json' && isMissing(entry.value)) return undefined;
  if (map.style === 'block' && behindColon(tree.text, entry) === undefined) return undefined;
  const [before, next] = [entries[index - 1], entries[index + 1]];
  return remove(tree, map, {
    before: before && entryPart(tree.text, before),
    part: entryPart(tree.text, entry),
    next: next && entryPart(tree.text, next),
  });
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
  if (map.get(key) !== entry) return false;
  return map.written().some((other) => (isMergeKey(other) ? brings(other.value, key) : other !== entry && other.key === key));
}

function brings(merged: SyntaxNode, key: string): boolean {
  const sources = merged.kind === 'sequence' ? merged.items() : [merged];
  return sources.some((source) => source.kind === 'map' && source.get(key));
}
