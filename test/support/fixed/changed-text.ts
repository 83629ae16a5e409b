import type { TextEdit } from '../../../linter/text/edit.ts';
import type { Range } from '../../../linter/text/range.ts';

/** A text, what edits made of it, and which characters of the one are which of the other. */
export interface ChangedText {
  readonly before: string;
  readonly after: string;
  /** Where a character that was kept stands afterwards; -1 for one that is gone. */
  readonly movedTo: Int32Array;
  /** 1 for characters of the text afterwards that were written. */
  readonly written: Uint8Array;
}

/** Applies edits character by character. */
export function changedText(before: string, edits: readonly TextEdit[]): ChangedText {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const movedTo = new Int32Array(before.length).fill(-1);
  const parts: string[] = [];
  const added: Range[] = [];
  let length = 0;
  let at = 0;
  const keep = (end: number) => {
    if (end < at) throw new Error(`edits overlap at offset ${end}`);
    for (let index = at; index < end; index++) movedTo[index] = length + index - at;
    parts.push(before.slice(at, end));
    length += end - at;
  };
  for (const { range, text } of ordered) {
    keep(range.start);
    parts.push(text);
    added.push({ start: length, end: length + text.length });
    length += text.length;
    at = range.end;
  }
  keep(before.length);
  const written = new Uint8Array(length);
  for (const { start, end } of added) written.fill(1, start, end);
  return { before, after: parts.join(''), movedTo, written };
}

/** True for a stretch of the text before that is afterwards, as it was. */
export function isIntact({ before, after, movedTo }: ChangedText, { start, end }: Range): boolean {
  if (start === end) return true;
  const to = movedTo[start] ?? -1;
  return to >= 0 && movedTo[end - 1] === to + end - 1 - start && after.slice(to, to + end - start) === before.slice(start, end);
}

/** True for a stretch of the text before of which nothing is left but blanks. */
export function isGone({ before, movedTo }: ChangedText, { start, end }: Range): boolean {
  for (let at = start; at < end; at++) if (movedTo[at] !== -1 && /\S/.test(before.charAt(at))) return false;
  return start < end;
}

/** True for an offset of the text afterwards at which something was written. */
export function isWritten({ written }: ChangedText, offset: number): boolean {
  return written[offset] === 1;
}
