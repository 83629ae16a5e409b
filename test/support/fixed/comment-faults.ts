import { visit } from 'jsonc-parser';
import { Parser } from 'yaml';
import type { Range } from '../../../linter/text/range.ts';
import type { ChangedText } from './changed-text.ts';
import { formatOf } from './plain-parts.ts';

/** The places of all comments of a text, as a plain parser has them. */
export function commentsIn(text: string, file: string): readonly Range[] {
  const found: Range[] = [];
  const add = (offset: number, length: number) => found.push({ start: offset, end: offset + length });
  if (formatOf(file) === 'json') visit(text, { onComment: add }, { disallowComments: false });
  else if (text.includes('#')) for (const token of new Parser().parse(text)) eachComment(token, add);
  return found.sort((a, b) => a.start - b.start);
}

/** Looks for comments in a token and all that it is made of. */
function eachComment(token: unknown, add: (offset: number, length: number) => void): void {
  if (typeof token !== 'object' || token === null) return;
  if (Array.isArray(token)) {
    for (const part of token) eachComment(part, add);
    return;
  }
  const { type, offset, source } = token as { readonly type?: unknown; readonly offset?: unknown; readonly source?: unknown };
  if (type === 'comment' && typeof offset === 'number' && typeof source === 'string') add(offset, source.length);
  for (const part of Object.values(token)) eachComment(part, add);
}

/** The first comment that is gone, has come, or stands beside or above something else than it did; undefined when there is none. */
export function commentFault(text: ChangedText, file: string): string | undefined {
  const after = commentsIn(text.after, file);
  const words = (whole: string, { start, end }: Range) => whole.slice(start, end).trim();
  let next = 0;
  for (const comment of commentsIn(text.before, file)) {
    const there = after[next];
    const said = words(text.before, comment);
    if (!there || words(text.after, there) !== said) {
      if (isRemovedWithEntry(text, comment)) continue;
      return `${said} is gone`;
    }
    next++;
    if (movedFrom(text, comment, there)) return `${said} stands behind something else`;
    if (movedOff(text, comment, there)) return `${said} stands above something else`;
    if (movedUnder(text, there)) return `${said} stands below something else`;
  }
  const extra = after[next];
  return extra && `${words(text.after, extra)} has come`;
}

/** True for a comment that is gone with what it stood behind or below. */
function isRemovedWithEntry({ before, movedTo }: ChangedText, { start }: Range): boolean {
  const above = before.slice(0, start).replace(/[\s,]+$/, '').length - 1;
  return movedTo[start] === -1 && movedTo[above] === -1;
}

/** True for a comment that stood behind something on its line, and now stands behind what was written. */
function movedFrom({ before, after, movedTo, written }: ChangedText, comment: Range, there: Range): boolean {
  const last = lastOnLine(before, comment.start);
  if (last === undefined || movedTo[last] === -1) return false;
  // A value that was missing is put between its colon and the comment.
  if (before[last] === ':' && !/[\r\n]/.test(after.slice(movedTo[last], there.start))) return false;
  const now = lastOnLine(after, there.start);
  return now === undefined || written[now] === 1;
}

/** The offset of the last character before an offset on its line, apart from blanks and commas; undefined when there is none. */
function lastOnLine(text: string, offset: number): number | undefined {
  for (let at = offset - 1; at >= 0 && !/[\r\n]/.test(text.charAt(at)); at--) if (!/[\s,\uFEFF]/.test(text.charAt(at))) return at;
  return undefined;
}

/** True for a comment that stood above something in its own column, and now stands above what was written. */
function movedOff({ before, after, movedTo, written }: ChangedText, comment: Range, there: Range): boolean {
  if (lastOnLine(before, comment.start) !== undefined) return false;
  const below = standsBelow(before, comment);
  if (below === undefined || movedTo[below] === -1) return false;
  const now = standsBelow(after, there);
  return now === undefined || written[now] === 1;
}

/** The offset of what stands in a comment's column on the next line; undefined when nothing does, or another comment. */
function standsBelow(text: string, { start, end }: Range): number | undefined {
  const column = columnOf(text, start);
  const [, lineEnd, blanks] = /^[^\r\n]*(\r\n|\r|\n)([ \t]*)(?=[^\s#/}\]])/.exec(text.slice(end, end + 2000)) ?? [];
  if (lineEnd === undefined || blanks === undefined || blanks.length !== column) return undefined;
  const from = text.slice(end).search(/[\r\n]/);
  return end + from + lineEnd.length + blanks.length;
}

/** True for a comment below lines that were written, and further in than these. */
function movedUnder({ after, written }: ChangedText, { start }: Range): boolean {
  if (lastOnLine(after, start) !== undefined) return false;
  const above = after.slice(0, start).trimEnd().length - 1;
  if (written[above] !== 1) return false;
  let first = above;
  while (written[first - 1] === 1) first--;
  while (/\s/.test(after.charAt(first))) first++;
  return columnOf(after, start) > columnOf(after, first);
}

function columnOf(text: string, offset: number): number {
  return offset - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) - 1;
}
