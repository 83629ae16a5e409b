// How far things go in lines of block-style YAML: scalars, entries, what stands before the first key. Offsets are UTF-16 code units.
import type { BlockIndex } from './block-index.ts';
import {
  behindBlanks,
  colonBehindKey,
  doubleQuotedEnd,
  indentationEnd,
  isGap,
  isLineEnd,
  isPlainStart,
  lineFeedFrom,
  plainEnd,
  restOfLine,
  singleQuotedEnd,
} from './line-grammar.ts';

const hash = 35;
const dash = 45;

/** True for the mark of a document's start or end at the start of a line. */
export function isDocumentMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== dash && code !== 46) return false;
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code && isGap(text.charCodeAt(at + 3));
}

/** The start of the next line that is not blank; the text's length when there is none. */
export function nextLineWithText(text: string, at: number): number {
  for (let line = lineFeedFrom(text, at) + 1; ; line = lineFeedFrom(text, line) + 1) {
    if (line >= text.length) return text.length;
    if (!isLineEnd(text.charCodeAt(indentationEnd(text, line)))) return line;
  }
}

/**
 * Where a block scalar ends whose lines begin at `first`: behind the line feed of its last line with text, or with `keep` of its last
 * blank line. -1 when it has no text, or when its lines are not as they usually are.
 */
export function blockScalarEnd(text: string, first: number, parent: number, keep: boolean): number {
  let indent = -1;
  let deepestBlank = 0;
  let end = -1;
  for (let line = first; line < text.length; ) {
    const start = indentationEnd(text, line);
    const code = text.charCodeAt(start);
    const column = start - line;
    const next = Math.min(lineFeedFrom(text, start) + 1, text.length);
    if (isLineEnd(code)) {
      if (indent < 0) deepestBlank = Math.max(deepestBlank, column);
      // Blanks behind the indentation are text; a last line without a line break counts when it is indented.
      if (indent >= 0 && (column > indent || (keep && (start < text.length || column === indent)))) end = next;
    } else {
      if (indent < 0) {
        if (column <= parent || deepestBlank > column) return -1;
        indent = column;
      }
      if (column < indent) return code === 9 ? -1 : end;
      end = next;
    }
    line = next;
  }
  return end;
}

/**
 * True for a line of which a parser makes one plain or quoted scalar and no more. A word of one letter goes on on lines that are as
 * far in as what stands before it: then it must have none below.
 */
export function isStray(text: string, start: number, column: number): boolean {
  const code = text.charCodeAt(start);
  if (isGap(text.charCodeAt(start + 1))) {
    const next = nextLineWithText(text, start);
    if (behindBlanks(text, next) - next > column) return false;
  }
  if (code === 34 || code === 39) {
    const end = code === 34 ? doubleQuotedEnd(text, start) : singleQuotedEnd(text, start);
    return end >= 0 && restOfLine(text, end) >= 0;
  }
  return isPlainStart(text, start) && plainEnd(text, start) >= 0;
}

/**
 * Where an entry ends that starts on a line: at the next line with text that is not further in than its key, lists at the key's own
 * column and a closing bracket there apart. -1 when a tab or a document's end is in the way.
 */
export function endOfEntry(text: string, entryLine: number, indent: number): number {
  for (let line = lineFeedFrom(text, entryLine) + 1; line < text.length; line = lineFeedFrom(text, line) + 1) {
    const start = indentationEnd(text, line);
    const code = text.charCodeAt(start);
    if (start - line > indent || isLineEnd(code) || code === hash) continue;
    if (code === 9 || (start === line && isDocumentMark(text, line))) return -1;
    const isOwn = start - line === indent && (code === 93 || code === 125 || (code === dash && isGap(text.charCodeAt(start + 1))));
    if (!isOwn) return line;
  }
  return text.length;
}

/** The end of what stands before the first key: comments, blank lines, the mark of the document's start; -1 when it is something else. */
export function prologueEnd(text: string, comments: BlockIndex): number {
  let hasMark = false;
  let line = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (line < text.length) {
    const start = behindBlanks(text, line);
    const code = text.charCodeAt(start);
    if (code === hash) comments.addComment(start);
    else if (!isLineEnd(code)) {
      if (hasMark || start > line || !isDocumentMark(text, line) || code !== dash) return code === 9 || code === 37 ? -1 : line;
      const rest = restOfLine(text, start + 3);
      if (rest < 0) return -1;
      if (text.charCodeAt(rest) === hash) comments.addComment(rest);
      hasMark = true;
    }
    line = lineFeedFrom(text, start) + 1;
  }
  return -1;
}

/** True for a text that the lines of which can be followed at all: every carriage return is a part of a line break. */
export function hasUsualLineBreaks(text: string): boolean {
  return !text.includes('\r') || !/\r(?!\n)/.test(text);
}

/** Behind the entry that follows a line which is none in its map, or where the map ends; -1 as for `endOfEntry`. */
export function endOfStray(text: string, line: number, indent: number): number {
  for (let at = line; ; ) {
    at = endOfEntry(text, at, indent);
    if (at < 0 || at >= text.length) return at;
    const start = behindBlanks(text, at);
    if (start - at < indent) return at;
    if (colonBehindKey(text, start) >= 0) return endOfEntry(text, at, indent);
  }
}
