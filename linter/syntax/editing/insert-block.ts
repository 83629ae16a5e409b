import type { TextEdit } from '../../text/edit.ts';
import type { MapEntry, MapNode, SyntaxTree } from '../node.ts';
import { hasBlankLinesBetween } from './blank-lines.ts';
import { type After, isMissing } from './insertion.ts';
import { columnOf, indentedLines, lineEndOf } from './lines.ts';
import { behindOwnComments, endOfEntry, startsItsLine, startWithComments } from './own-text.ts';
import { blockLines, type NewMap } from './render.ts';

/** Adds entries to a map in YAML's block style; undefined where a key doesn't start its line. */
export function insertIntoBlock(tree: SyntaxTree, map: MapNode, entries: NewMap, after: After): TextEdit | undefined {
  const first = map.written()[0];
  if (!first || !startsItsLine(tree.text, first.keyNode.range.start)) return undefined;
  const style = tree.style;
  const indent = ' '.repeat(columnOf(tree.text, first.keyNode.range.start));
  const lines = indentedLines(blockLines(entries, style), indent, style.lineEnd);
  const gap = hasBlankLinesBetween(tree.text, map) ? style.lineEnd : '';
  if (!after) {
    const key = first.keyNode.range.start;
    // A comment at the top of a file is about the file.
    const at = map === tree.root ? key : startWithComments(tree.text, key, tree.format);
    return { range: { start: at, end: at }, text: lines + style.lineEnd + gap + indent };
  }
  const end = endOfEntry(tree.text, after);
  if (columnOf(tree.text, end) === 0 && end > 0) return { range: { start: end, end }, text: indent + lines + style.lineEnd };
  const at = behindOwnComments(tree.text, lineEndOf(tree.text, end), indent.length);
  return { range: { start: at, end: at }, text: style.lineEnd + gap + indent + lines };
}

/** Gives an entry without a value one, on the lines below its key. */
export function fillBlock(tree: SyntaxTree, entry: MapEntry, entries: NewMap): TextEdit | undefined {
  const { text, style } = tree;
  const { keyNode, value } = entry;
  if (!startsItsLine(text, keyNode.range.start)) return undefined;
  const column = columnOf(text, keyNode.range.start);
  const indent = ' '.repeat(column) + style.unit;
  const lines = ['', ...blockLines(entries, style)];
  // Behind comments on the key's own line and below it, which are about the key.
  const end = isMissing(value) ? behindOwnComments(text, lineEndOf(text, value.range.start), column) : value.range.end;
  const start = isMissing(value) ? end : keyNode.range.end + text.slice(keyNode.range.end, value.range.start).trimEnd().length;
  return { range: { start, end }, text: indentedLines(lines, indent, style.lineEnd) };
}
