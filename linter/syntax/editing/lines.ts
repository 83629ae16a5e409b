/** How many code units stand before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

/** The offset at which the line of an offset starts. */
export function lineStartOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n\uFEFF]/.test(text.charAt(start - 1))) start--;
  return start;
}

/** The offset at which the line of an offset ends, before its line end. */
export function lineEndOf(text: string, offset: number): number {
  const length = text.slice(offset).search(/[\r\n]/);
  return length < 0 ? text.length : offset + length;
}

/** The blanks and tabs with which the line of an offset starts. */
export function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartOf(text, offset), offset))?.[0] ?? '';
}
