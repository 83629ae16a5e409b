import type { TextEdit } from '../../text/edit.ts';
import type { MapNode, SequenceNode, SyntaxTree } from '../node.ts';
import { behindLineBreak, columnOf, indentOf, lineStartOf } from './lines.ts';
import type { PartAmong } from './part.ts';
import { behindTrivia, endOfLineTrivia } from './trivia.ts';

/** Removes a part of a map or list between brackets with its comma; undefined where more than blanks and comments stands beside it. */
export function removeFromBrackets(
  tree: SyntaxTree,
  node: MapNode | SequenceNode,
  { before, part, next }: PartAmong,
): TextEdit | undefined {
  const { text, format } = tree;
  const { start, end } = part;
  const opening = before ? behindTrivia(text, before.end, format) : node.range.start;
  if (start === undefined || !(before ? text[opening] === ',' : isBracket(text[opening]))) return undefined;
  if (behindTrivia(text, opening + 1, format) !== start) return undefined;
  const close = node.range.end - 1;
  const closing = behindTrivia(text, end, format);
  const hasComma = text[closing] === ',' && closing < close;
  if (!isBracket(text[close]) || (!hasComma && (next || closing !== close))) return undefined;
  const place = { start, end, opening, closing, before: before?.end, hasNext: next !== undefined };
  if (!before && !next) return removeOnly(text, place, close);
  return hasComma ? removeWithComma(tree, place) : removeLast(tree, place, end);
}

/** What stands around a part between brackets. */
interface Place {
  readonly start: number;
  readonly end: number;
  /** The comma before the part; for the first one the bracket. */
  readonly opening: number;
  /** The comma behind the part, or the bracket. */
  readonly closing: number;
  /** Where the part before ends; undefined for the first one. */
  readonly before: number | undefined;
  readonly hasNext: boolean;
}

function isBracket(character: string | undefined): boolean {
  return character !== undefined && '{}[]'.includes(character);
}

function removeOnly(text: string, { start, end, opening }: Place, close: number): TextEdit | undefined {
  const around = text.slice(opening + 1, start) + text.slice(end, close);
  return /^\s*(?:,\s*)?$/.test(around) ? deletion(opening + 1, close) : undefined;
}

/** Removes a part with the comma behind it: its lines where they are its own, else up to what follows. */
function removeWithComma(tree: SyntaxTree, place: Place): TextEdit | undefined {
  const { text, format } = tree;
  const { start, opening, closing, before, hasNext } = place;
  const lineEnd = endOfLineTrivia(text, closing + 1, format);
  if (lineEnd !== undefined && indentOf(text, start).length === columnOf(text, start)) {
    return deletion(lineStartOf(text, start), behindLineBreak(text, lineEnd));
  }
  if (lineEnd !== undefined && before !== undefined && text.slice(opening + 1, start).trim() === '') return deletion(opening + 1, lineEnd);
  if (!hasNext) return removeLast(tree, place, closing);
  const behind = lineEnd ?? closing + 1;
  const follows = behind + text.slice(behind).search(/\S/);
  // A comment needs a blank before it.
  return text[follows] === '#' && /\S/.test(text.charAt(start - 1)) ? undefined : deletion(start, follows);
}

/** Removes the last part up to `end` with the comma before it; comments between them stay. */
function removeLast({ text, format }: SyntaxTree, { start, opening, before = opening }: Place, end: number): TextEdit {
  const lineEnd = endOfLineTrivia(text, end, format);
  const kept = text.slice(before, opening) + text.slice(opening + 1, start);
  const range = { start: before, end: lineEnd ?? end };
  if (kept.trim() === '') return { range, text: '' };
  return { range, text: lineEnd === undefined ? kept : kept.trimEnd() };
}

function deletion(start: number, end: number): TextEdit {
  return { range: { start, end }, text: '' };
}
