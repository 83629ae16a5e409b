import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import type { MapEntry, MapNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { columnOf, indentOf, lineEndOf, lineStartOf } from './lines.ts';
import { blockLines, flowText, jsonCompact, jsonLines, jsonOnOneLine, type NewValue } from './render.ts';

/** Behind which entry a new one goes: `undefined` puts it first. The entry must be one of the map's `written()`. */
export type After = MapEntry | undefined;

/**
 * Adds `key: value` to a map in the text's own style.
 * Returns undefined where that can't be done soundly (unusual YAML: explicit keys, tabs before a key).
 */
export function insertEntry(tree: SyntaxTree, map: MapNode, key: string, value: NewValue, after: After): TextEdit | undefined {
  if (map.written().length === 0) return fillEmpty(tree, map, key, value);
  return map.style === 'block' ? insertIntoBlock(tree, map, key, value, after) : insertIntoFlow(tree, map, key, value, after);
}

/** Gives an entry without a value (`responses:`, `responses: {}`, `"responses": null`) a map with one entry as its value. */
export function setOnlyEntry(tree: SyntaxTree, parent: MapNode, entry: MapEntry, key: string, value: NewValue): TextEdit | undefined {
  const { range } = entry.value;
  if (entry.value.kind === 'map' && !isBlankMap(tree.text, range)) return undefined;
  // Behind an alias or a merge key the text stands elsewhere, perhaps between brackets: braces are right everywhere.
  if (parent.style === 'flow' || entry.alias || entry.merged)
    return isEmpty(entry.value) ? undefined : { range, text: wrappedInBraces(tree, range.start, key, value) };
  if (!startsItsLine(tree.text, entry)) return undefined;
  const style = tree.style;
  const column = columnOf(tree.text, entry.keyNode.range.start);
  const lines = blockLines(key, value, style).map((line) => `${style.lineEnd}${' '.repeat(column)}${style.unit}${line}`);
  // Behind a comment on the key's own line, which stays there.
  if (isEmpty(entry.value)) {
    const at = lineEndOf(tree.text, range.start);
    return { range: { start: at, end: at }, text: lines.join('') };
  }
  const start = tree.text.slice(0, range.start).trimEnd().length;
  return { range: { start, end: range.end }, text: lines.join('') };
}

/** True for a value that is not there at all. */
function isEmpty(node: SyntaxNode): boolean {
  return node.range.start === node.range.end;
}

/** False for a map without entries between whose braces there is a comment, or text that could not be read. */
function isBlankMap(text: string, { start, end }: Range): boolean {
  return /^\{\s*\}$/.test(text.slice(start, end)) || text.slice(start).trimEnd() === '{';
}

function insertIntoBlock(tree: SyntaxTree, map: MapNode, key: string, value: NewValue, after: After): TextEdit | undefined {
  const first = map.written()[0];
  if (!first || !startsItsLine(tree.text, first)) return undefined;
  const style = tree.style;
  const indent = ' '.repeat(columnOf(tree.text, first.keyNode.range.start));
  const lines = blockLines(key, value, style).join(style.lineEnd + indent);
  if (!after) {
    const at = first.keyNode.range.start;
    return { range: { start: at, end: at }, text: lines + style.lineEnd + indent };
  }
  const end = endOfEntry(tree.text, after);
  if (columnOf(tree.text, end) === 0 && end > 0) return { range: { start: end, end }, text: indent + lines + style.lineEnd };
  const at = lineEndOf(tree.text, end);
  return { range: { start: at, end: at }, text: style.lineEnd + indent + lines };
}

/** False for keys that can't be taken for the start of an entry: `? key`, or a key behind a tab. */
function startsItsLine(text: string, { keyNode }: MapEntry): boolean {
  return /^[ ]*(?:- +)*$/.test(text.slice(lineStartOf(text, keyNode.range.start), keyNode.range.start));
}

/** Where an entry's own text ends; behind the line end for a block scalar that keeps its trailing blank lines. */
function endOfEntry(text: string, { keyNode, value, alias }: MapEntry): number {
  if (alias) return alias.end;
  const last = lastScalar(value);
  const end = Math.max(keyNode.range.end, last.range.end);
  if (last.kind !== 'scalar' || (last.style !== 'literal' && last.style !== 'folded')) return end;
  const header = text.slice(last.range.start, lineEndOf(text, last.range.start));
  return header.includes('+') ? end : Math.max(keyNode.range.end, last.range.start + text.slice(last.range.start, end).trimEnd().length);
}

function lastScalar(node: SyntaxNode): SyntaxNode {
  let last = node;
  while (last.kind !== 'scalar' && last.style === 'block') {
    const next: SyntaxNode | undefined = last.kind === 'map' ? ownValue(last.written().at(-1)) : last.items().at(-1);
    if (!next || next.range.start < last.range.start) break;
    last = next;
  }
  return last;
}

function ownValue(entry: MapEntry | undefined): SyntaxNode | undefined {
  return entry && (entry.alias || isEmpty(entry.value) ? undefined : entry.value);
}

function insertIntoFlow(tree: SyntaxTree, map: MapNode, key: string, value: NewValue, after: After): TextEdit | undefined {
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
  const rendered = renderInBraces(tree, key, value, multiline ? indentOf(text, firstKey) : undefined, compact);
  if (!after) return { range: { start: firstKey, end: firstKey }, text: `${rendered},${break_}` };
  const at = after.alias?.end ?? Math.max(after.keyNode.range.end, after.value.range.end);
  return { range: { start: at, end: at }, text: `,${break_}${rendered}` };
}

/** An entry between braces; over several lines when `indent` (of its first line) is given and the format is JSON. */
function renderInBraces(tree: SyntaxTree, key: string, value: NewValue, indent: string | undefined, compact: boolean): string {
  const style = tree.style;
  if (tree.format === 'yaml') return flowText(key, value, style);
  if (compact) return jsonCompact(key, value);
  const lines = jsonLines(key, value, style);
  return indent === undefined ? jsonOnOneLine(lines, style) : lines.join(style.lineEnd + indent);
}

function fillEmpty(tree: SyntaxTree, map: MapNode, key: string, value: NewValue): TextEdit | undefined {
  if (!isBlankMap(tree.text, map.range)) return undefined;
  return { range: map.range, text: wrappedInBraces(tree, map.range.start, key, value) };
}

/** `{ key: value }` in place of an empty map that starts at `offset`. */
function wrappedInBraces(tree: SyntaxTree, offset: number, key: string, value: NewValue): string {
  const style = tree.style;
  if (tree.format === 'yaml') return `{${flowText(key, value, style)}}`;
  if (!/[\r\n]/.test(tree.text.trim())) return `{${jsonCompact(key, value)}}`;
  const indent = indentOf(tree.text, offset);
  return `{${style.lineEnd}${indent}${style.unit}${renderInBraces(tree, key, value, indent + style.unit, false)}${style.lineEnd}${indent}}`;
}
