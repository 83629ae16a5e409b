import type { Position } from './range.ts';

/** Converts between offsets (UTF-16 code units) and line/character positions. Lines end with LF, CRLF or a lone CR. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    this.#starts = lineStarts(text);
    this.#length = text.length;
  }

  /** The number of lines; an empty text has one. */
  get count(): number {
    return this.#starts.length;
  }

  /** The offset at which `line` (from 0) starts; the text's length behind the last line. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  /** The position of an offset; an offset outside the text is moved to its nearer end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - this.startOf(low) };
  }

  /** The offset of a position; a position behind the line's or the text's end is moved to that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    return Math.min(this.startOf(line) + Math.max(0, character), this.startOf(line + 1));
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
