import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import type { MapEntry, MapNode, SyntaxTree } from '../node.ts';
import { fillBlock, insertIntoBlock } from './insert-block.ts';
import { braced, insertIntoFlow } from './insert-flow.ts';
import { type After, isMissing } from './insertion.ts';
import type { NewMap } from './render.ts';

/**
 * Adds entries to a map in the text's own style.
 * Returns undefined where that can't be done soundly (unusual YAML: explicit keys, tabs before a key).
 */
export function insertEntries(tree: SyntaxTree, map: MapNode, entries: NewMap, after: After): TextEdit | undefined {
  if (map.written().length > 0) {
    return map.style === 'block' ? insertIntoBlock(tree, map, entries, after) : insertIntoFlow(tree, map, entries, after);
  }
  return isBlankMap(tree.text, map.range) ? { range: map.range, text: braced(tree, map.range.start, entries) } : undefined;
}

/**
 * Gives an entry without a value (`responses:`, `responses: {}`, `"responses": null`) a map of new entries as its value. `parent` is the
 * map that holds it; of an entry that a merge key brought nobody needs to know it.
 */
export function fillEntry(tree: SyntaxTree, parent: MapNode | undefined, entry: MapEntry, entries: NewMap): TextEdit | undefined {
  const { value } = entry;
  if (value.kind === 'map' && !isBlankMap(tree.text, value.range)) return undefined;
  // Behind an alias or a merge key the text stands elsewhere, perhaps between brackets: braces are right everywhere.
  const isOwn = !entry.alias && !entry.merged;
  if (isOwn && !parent) return undefined;
  if (isOwn && parent?.style === 'block') return fillBlock(tree, entry, entries);
  return isMissing(value) ? undefined : { range: value.range, text: braced(tree, value.range.start, entries) };
}

/** False for a map without entries between whose braces there is a comment, or text that could not be read. */
function isBlankMap(text: string, { start, end }: Range): boolean {
  return /^\{\s*\}$/.test(text.slice(start, end)) || text.slice(start).trimEnd() === '{';
}
