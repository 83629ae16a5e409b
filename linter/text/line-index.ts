import type { TextChange } from './change.ts';
import type { Position } from './range.ts';

/** Converts between offsets (UTF-16 code units) and line/character positions. Lines end with LF, CRLF or a lone CR. */
export class LineIndex {
  readonly #starts: Uint32Array;
  readonly #length: number;

  /** `starts` are the offsets at which the lines of the text start, if they are known. */
  constructor(text: string, starts = lineStarts(text)) {
    this.#starts = starts;
    this.#length = text.length;
  }

  /** The index of the text after a change; only what the change concerns is looked at. */
  edited(text: string, { start, end, newEnd }: TextChange): LineIndex {
    const before = this.#starts;
    // Whether a line starts at an offset depends on the characters before and behind it.
    const kept = Math.max(1, firstFrom(before, start));
    const behind = Math.max(kept, firstFrom(before, end + 1));
    const fresh = startsBetween(text, Math.max(1, start), newEnd);
    const starts = new Uint32Array(kept + fresh.length + before.length - behind);
    starts.set(before.subarray(0, kept));
    starts.set(fresh, kept);
    const growth = newEnd - end;
    for (let from = behind, to = kept + fresh.length; from < before.length; from++, to++) starts[to] = (before[from] ?? 0) + growth;
    return new LineIndex(text, starts);
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
    const line = firstFrom(this.#starts, at + 1) - 1;
    return { line, character: at - this.startOf(line) };
  }

  /** The offset of a position; a position behind the line's or the text's end is moved to that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    return Math.min(this.startOf(line) + Math.max(0, character), this.startOf(line + 1));
  }
}

/** The index of the first start that is `offset` or behind it. */
function firstFrom(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineStarts(text: string): Uint32Array {
  const behindBreaks = startsBetween(text, 1, text.length);
  const starts = new Uint32Array(behindBreaks.length + 1);
  starts.set(behindBreaks, 1);
  return starts;
}

/** The offsets from `first` to `last` at which lines start. */
function startsBetween(text: string, first: number, last: number): Uint32Array {
  const hasReturns = text.includes('\r');
  let starts = new Uint32Array(64);
  let count = 0;
  const add = (start: number): void => {
    if (count === starts.length) {
      const more = new Uint32Array(count * 4);
      more.set(starts);
      starts = more;
    }
    starts[count++] = start;
  };
  if (hasReturns) {
    for (let at = first - 1; at < last; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) add(at + 1);
    }
  } else {
    for (let at = text.indexOf('\n', first - 1); at >= 0 && at < last; at = text.indexOf('\n', at + 1)) add(at + 1);
  }
  return starts.subarray(0, count);
}
