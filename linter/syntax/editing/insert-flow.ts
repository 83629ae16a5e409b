import type { TextEdit } from '../../text/edit.ts';
import type { MapNode, SyntaxTree } from '../node.ts';
import { isOnOneLine } from './containers.ts';
import type { After } from './insertion.ts';
import { indentOf } from './lines.ts';
import { startWithComments } from './own-text.ts';
import { flowText, type NewMap } from './render.ts';
import { bracketed, jsonCompact, jsonEntriesOnOneLine, jsonLines, jsonOnOneLine } from './render-json.ts';
import { behindTrivia, endOfLineTrivia } from './trivia.ts';

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
  const indent = indentOf(text, firstKey) + (multiline ? '' : style.unit);
  const nextLine = style.lineEnd + indent;
  const break_ = multiline ? nextLine : compact ? '' : ' ';
  const rendered = renderInBraces(tree, entries, multiline ? indent : undefined, compact);
  if (!after) {
    const at = map === tree.root ? firstKey : startWithComments(text, firstKey, tree.format);
    return { range: { start: at, end: at }, text: `${rendered},${break_}` };
  }
  const at = after.alias?.end ?? Math.max(after.keyNode.range.end, after.value.range.end);
  return behindComment(tree, at, rendered, nextLine) ?? { range: { start: at, end: at }, text: `,${break_}${rendered}` };
}

/** Adds entries behind the comment of the one that ends at an offset, which stays with that; undefined when it has no comment. */
function behindComment({ text, format }: SyntaxTree, end: number, rendered: string, nextLine: string): TextEdit | undefined {
  const comma = behindTrivia(text, end, format);
  const isFollowed = text[comma] === ',';
  const start = isFollowed ? comma + 1 : end;
  const lineEnd = endOfLineTrivia(text, start, format);
  const comment = text.slice(start, lineEnd ?? (isFollowed ? start : comma)).trimEnd();
  const added = `${lineEnd === undefined || comment === '' ? ' ' : nextLine}${rendered}`;
  const at = start + comment.length;
  if (!isFollowed) return comment === '' ? undefined : { range: { start: end, end: at }, text: `,${comment}${added}` };
  const isCommented = comment !== '' || text.slice(end, comma).trim() !== '';
  return isCommented ? { range: { start: at, end: at }, text: `${added},` } : undefined;
}

/** Entries as they stand between braces; over several lines when `indent` (of its first line) is given and the format is JSON. */
function renderInBraces(tree: SyntaxTree, entries: NewMap, indent: string | undefined, compact: boolean): string {
  const style = tree.style;
  if (tree.format === 'yaml') return flowText(entries, style);
  if (compact) return jsonCompact(entries);
  return indent === undefined ? jsonEntriesOnOneLine(entries, style) : jsonLines(entries, style).join(style.lineEnd + indent);
}

/** A new map with its braces, in place of a value that starts at `offset`. */
export function braced(tree: SyntaxTree, offset: number, entries: NewMap): string {
  const style = tree.style;
  if (tree.format === 'yaml') return bracketed('{', [flowText(entries, style)], '}', style.padded);
  if (!/[\r\n]/.test(tree.text.trim())) return `{${jsonCompact(entries)}}`;
  if (isOnOneLine(tree, offset)) return jsonOnOneLine(entries, style);
  const indent = indentOf(tree.text, offset);
  return `{${style.lineEnd}${indent}${style.unit}${renderInBraces(tree, entries, indent + style.unit, false)}${style.lineEnd}${indent}}`;
}
