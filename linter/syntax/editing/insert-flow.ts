import type { TextEdit } from '../../text/edit.ts';
import type { MapNode, SyntaxTree } from '../node.ts';
import { isOnOneLine } from './containers.ts';
import type { After } from './insertion.ts';
import { indentOf } from './lines.ts';
import { flowText, jsonCompact, jsonLines, jsonOnOneLine, type NewMap } from './render.ts';

/** Adds entries to a map between braces; undefined where there are none, or where what stands before the first key belongs to it. */
export function insertIntoFlow(tree: SyntaxTree, map: MapNode, entries: NewMap, after: After): TextEdit | undefined {
  const { text } = tree;
  const first = map.written()[0];
  if (!first) return undefined;
  const firstKey = first.keyNode.range.start;
  // `[a: 1]` is a map without braces; an anchor, a tag or `?` before the first key belongs to that key.
  const before = text
    .slice(map.range.start, firstKey)
    .replace(tree.format === 'json' ? /\/\/.*|\/\*[\s\S]*?\*\//g : /#.*/g, '')
    .trim();
  if (before !== '{' && (before[0] !== '{' || !after)) return undefined;
  const style = tree.style;
  const multiline = /[\r\n]/.test(text.slice(map.range.start, firstKey));
  const compact = tree.format === 'json' && !multiline && /^:\S/.test(text.slice(first.keyNode.range.end, first.keyNode.range.end + 2));
  const break_ = multiline ? style.lineEnd + indentOf(text, firstKey) : compact ? '' : ' ';
  const rendered = renderInBraces(tree, entries, multiline ? indentOf(text, firstKey) : undefined, compact);
  if (!after) return { range: { start: firstKey, end: firstKey }, text: `${rendered},${break_}` };
  const at = after.alias?.end ?? Math.max(after.keyNode.range.end, after.value.range.end);
  return { range: { start: at, end: at }, text: `,${break_}${rendered}` };
}

/** Entries as they stand between braces; over several lines when `indent` (of its first line) is given and the format is JSON. */
function renderInBraces(tree: SyntaxTree, entries: NewMap, indent: string | undefined, compact: boolean): string {
  const style = tree.style;
  if (tree.format === 'yaml') return flowText(entries, style);
  if (compact) return jsonCompact(entries);
  const lines = jsonLines(entries, style);
  return indent === undefined ? jsonOnOneLine(lines, style) : lines.join(style.lineEnd + indent);
}

/** A new map with its braces, in place of a value that starts at `offset`. */
export function braced(tree: SyntaxTree, offset: number, entries: NewMap): string {
  const style = tree.style;
  if (tree.format === 'yaml') return style.padded ? `{ ${flowText(entries, style)} }` : `{${flowText(entries, style)}}`;
  if (!/[\r\n]/.test(tree.text.trim())) return `{${jsonCompact(entries)}}`;
  if (isOnOneLine(tree, offset)) return jsonOnOneLine(['{', ...jsonLines(entries, style), '}'], style);
  const indent = indentOf(tree.text, offset);
  return `{${style.lineEnd}${indent}${style.unit}${renderInBraces(tree, entries, indent + style.unit, false)}${style.lineEnd}${indent}}`;
}
