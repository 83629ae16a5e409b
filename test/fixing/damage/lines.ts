import type { Range } from '../../../linter/text/range.ts';

/** How many code units stand before an offset on its line. */
export function columnAt(text: string, offset: number): number {
  return offset - lineStartAt(text, offset);
}

/** Where the line of an offset starts. */
export function lineStartAt(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line end. */
export function lineEndAt(text: string, offset: number): number {
  const length = text.slice(offset).search(/\r?\n/);
  return length < 0 ? text.length : offset + length;
}

/** Where a value ends, without the line ends that belong to a block scalar. */
export function endOfText(text: string, { start, end }: Range): number {
  return start + text.slice(start, end).trimEnd().length;
}
