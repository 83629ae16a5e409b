import type { TextEdit } from '../../text/edit.ts';

/** The smallest edit that makes one text of another that starts at `offset`; it splits neither characters nor line ends. */
export function difference(before: string, after: string, offset: number): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start > 0 && /[\ud800-\udbff\r]/.test(before.charAt(start - 1))) start--;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (same > 0 && /[\udc00-\udfff\n]/.test(before.charAt(before.length - same))) same--;
  return { range: { start: offset + start, end: offset + before.length - same }, text: after.slice(start, after.length - same) };
}
