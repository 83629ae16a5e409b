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

/** The offset behind the line break at an offset; the offset itself when there is none. */
export function behindLineBreak(text: string, offset: number): number {
  return offset + (/^(?:\r\n|[\r\n])/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0);
}

/** The offset of the line break that ends before an offset; the offset itself when there is none. */
export function beforeLineBreak(text: string, offset: number): number {
  return offset - (/(?:\r\n|[\r\n])$/.exec(text.slice(Math.max(0, offset - 2), offset))?.[0].length ?? 0);
}

/** Lines as one text, all but the first and empty ones with these blanks before them. */
export function indentedLines(lines: readonly string[], indent: string, lineEnd: string): string {
  return lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join(lineEnd);
}
