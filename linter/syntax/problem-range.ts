import type { Range } from '../text/range.ts';

/** Where a problem is shown: within the text, on one line, and wherever possible at least one character wide. */
export function problemRange(text: string, start: number, end: number): Range {
  const from = Math.max(0, Math.min(start, text.length));
  const lineEnd = text.slice(from, end).search(/[\r\n]/);
  const to = lineEnd < 0 ? Math.max(from, Math.min(end, text.length)) : from + lineEnd;
  if (to > from) return { start: from, end: to };
  if (isVisible(text[from])) return { start: from, end: from + 1 };
  return isVisible(text[from - 1]) ? { start: from - 1, end: from } : { start: from, end: from };
}

function isVisible(character: string | undefined): boolean {
  return character !== undefined && character !== '\r' && character !== '\n';
}
