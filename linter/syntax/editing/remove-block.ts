import type { TextEdit } from '../../text/edit.ts';
import type { MapNode, SequenceNode, SyntaxTree } from '../node.ts';
import { holderOf } from './containers.ts';
import { beforeLineBreak, behindLineBreak, columnOf, indentOf, lineEndOf, lineStartOf } from './lines.ts';
import { behindColon, behindOwnComments, isBlockScalar, keepsLineEnds, lastPart, startsItsLine } from './own-text.ts';
import type { Part, PartAmong } from './part.ts';

/** Removes a part of a map or list in YAML's block style; undefined where it shares a line with what is not its own. */
export function removeFromBlock(tree: SyntaxTree, node: MapNode | SequenceNode, { before, part, next }: PartAmong): TextEdit | undefined {
  const { text } = tree;
  const { start } = part;
  if (start === undefined || !startsItsLine(text, start) || columnOf(text, start) !== columnOf(text, node.range.start)) return undefined;
  // A key that is an alias has its node somewhere before.
  if (start < node.range.start || (before && start < before.end)) return undefined;
  const lineEnd = lastLineEnd(text, part.end, columnOf(text, start));
  if (lineEnd === undefined) return undefined;
  if (!before && !next) return emptied(tree, node, start, lineEnd);
  return indentOf(text, start).length === columnOf(text, start)
    ? removeLines(text, { before, next }, start, lineEnd)
    : removeBehindDash(text, start, lineEnd, next);
}

/** Where the last line ends that belongs to a part which ends at `end`, below a key in this column; undefined when more than a comment stands behind it. */
export function lastLineEnd(text: string, end: number, column: number): number | undefined {
  // Behind a block scalar that keeps its blank lines, `end` is behind a line end.
  if (columnOf(text, end) === 0) return behindOwnComments(text, beforeLineBreak(text, end), column);
  const lineEnd = lineEndOf(text, end);
  return /^[ \t]*(?:#.*)?$/.test(text.slice(end, lineEnd)) ? behindOwnComments(text, lineEnd, column) : undefined;
}

/** Removes whole lines, and of the blank lines around them those that would be one too many. */
function removeLines(
  text: string,
  { before, next }: Pick<PartAmong, 'before' | 'next'>,
  partStart: number,
  lineEnd: number,
): TextEdit | undefined {
  const end = behindLineBreak(text, lineEnd);
  const isClear = next === undefined || /^[ \t]*(?:#|\r?\n)/.test(text.slice(end));
  const start = isClear ? withCommentsAbove(text, before, partStart) : lineStartOf(text, partStart);
  const above = before?.value && lastPart(text, before.value);
  if (above && isBlockScalar(above)) {
    const keeps = keepsLineEnds(text, above);
    if (takesIn(text.slice(end), columnOf(text, partStart), keeps)) return undefined;
    // Blank lines are text here.
    if (keeps) return { range: { start, end }, text: '' };
  }
  const firstBlank = blankLinesBefore(text, start);
  const isOneGapTooMany = firstBlank < start || (!before && !isCommentLine(text, lineAbove(text, start) ?? start));
  if (end < text.length) return { range: { start, end: isOneGapTooMany ? blankLinesBehind(text, end) : end }, text: '' };
  // The last line takes the line break above with it when it has none of its own.
  return { range: { start: end > lineEnd ? firstBlank : beforeLineBreak(text, firstBlank), end }, text: '' };
}

/**
 * Where the comment lines start that stand right above a part. Asked only where they are about nothing else: the part is the last one,
 * or a gap or another comment follows it; otherwise they may be the heading of what follows, too, and stay. So does a heading of the file.
 */
function withCommentsAbove(text: string, before: Part | undefined, partStart: number): number {
  const indent = indentOf(text, partStart);
  let start = lineStartOf(text, partStart);
  if (!before && indent === '') return start;
  for (let above = lineAbove(text, start); above !== undefined && text.startsWith(`${indent}#`, above); above = lineAbove(text, start))
    start = above;
  return start;
}

/** Where the line starts that is above the one which starts at an offset; undefined when that is the first. */
function lineAbove(text: string, lineStart: number): number | undefined {
  const end = beforeLineBreak(text, lineStart);
  return end === lineStart ? undefined : lineStartOf(text, end);
}

function isCommentLine(text: string, lineStart: number): boolean {
  return /^[ \t]*#/.test(text.slice(lineStart, lineEndOf(text, lineStart)));
}

/** Where the empty lines begin that end at the start of a line. */
function blankLinesBefore(text: string, lineStart: number): number {
  let start = lineStart;
  for (;;) {
    const lineEnd = beforeLineBreak(text, start);
    if (lineEnd === start || lineStartOf(text, lineEnd) < lineEnd) return start;
    start = lineEnd;
  }
}

/** Where the empty lines end that begin at the start of a line. */
function blankLinesBehind(text: string, lineStart: number): number {
  let end = lineStart;
  while (behindLineBreak(text, end) > end) end = behindLineBreak(text, end);
  return end;
}

/** True when a block scalar above would take in the blank lines or the comment that `rest` starts with. */
function takesIn(rest: string, column: number, keepsBlankLines: boolean): boolean {
  const blank = /^(?:[ \t]*\r?\n)*/.exec(rest)?.[0] ?? '';
  if (/[ \t]/.test(blank) || (keepsBlankLines && blank !== '')) return true;
  const blanks = rest.slice(blank.length).search(/[^ \t]|$/);
  return blanks > column;
}

/** Removes the first part of a map or list that starts behind a dash: the next one takes its place. */
function removeBehindDash(text: string, start: number, lineEnd: number, next: Part | undefined): TextEdit | undefined {
  if (next?.start === undefined || next.start < lineEnd || columnOf(text, next.start) !== columnOf(text, start)) return undefined;
  const follows = lineEnd + text.slice(lineEnd).search(/\S/);
  return follows === next.start || text[follows] === '#' ? { range: { start, end: follows }, text: '' } : undefined;
}

/** Replaces a collection by `{}` or `[]` with its only part; comments that stand before it stay. */
function emptied(tree: SyntaxTree, node: MapNode | SequenceNode, start: number, lineEnd: number): TextEdit | undefined {
  const { text } = tree;
  const brackets = node.kind === 'map' ? '{}' : '[]';
  const holder = holderOf(tree, node);
  if (!holder) return undefined;
  if ('sequence' in holder) {
    // Behind a dash on its own line.
    return indentOf(text, start).length < columnOf(text, start) ? { range: { start, end: lineEnd }, text: brackets } : undefined;
  }
  const colon = behindColon(text, holder.entry);
  const above = colon === undefined ? '' : text.slice(colon, start);
  if (colon === undefined || above.replace(/\s#.*/g, '').trim() !== '') return undefined;
  return { range: { start: colon, end: lineEnd }, text: ` ${brackets}${above.trimEnd()}` };
}
