import { applyByteEdits, type ByteEdit } from './byte-edits.ts';

/** So many unchanged lines are shown before and behind changed ones. */
const context = 3;
const lineFeed = 0x0a;

/** Lines of a file that are replaced; a line has its line end, which the last one may lack. */
interface LineChange {
  /** Of the first one that is replaced, or before which lines are inserted; from 0. */
  readonly line: number;
  readonly removed: readonly Uint8Array[];
  readonly added: readonly Uint8Array[];
}

/**
 * The hunks of a unified diff, without its head: what edits, which are sorted and don't overlap, make of a file. All of it is bytes, so
 * that any encoding comes out as it is. Takes time for the lines and the edits, but not for their product.
 */
export function unifiedDiff(file: Uint8Array, edits: readonly ByteEdit[]): readonly Uint8Array[] {
  const lines = new Lines(file);
  const changes = stretches(lines, edits).flatMap((stretch) => lineChange(lines, stretch));
  let shift = 0;
  return hunks(changes).flatMap((hunk) => {
    const shown = hunkText(lines, hunk, shift);
    for (const { removed, added } of hunk) shift += added.length - removed.length;
    return shown;
  });
}

/** A file's lines; the number of a line counts from 0. */
class Lines {
  readonly file: Uint8Array;
  /** Where each line starts, in bytes. */
  readonly #starts: readonly number[];

  constructor(file: Uint8Array) {
    this.file = file;
    this.#starts = file.length === 0 ? [] : startsOf(file);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The offset, in bytes, at which a line starts; the file's end for those behind the last. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.file.length;
  }

  /** The line that holds an offset; the last line for the file's end, if that line has no line end. */
  at(offset: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    const isBehind = offset === this.file.length && this.file[offset - 1] === lineFeed;
    return isBehind ? this.count : Math.max(0, low - 1);
  }

  text(line: number): Uint8Array {
    return this.file.subarray(this.startOf(line), this.startOf(line + 1));
  }
}

function startsOf(bytes: Uint8Array): readonly number[] {
  const starts = [0];
  for (let at = bytes.indexOf(lineFeed); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(lineFeed, at + 1)) starts.push(at + 1);
  return starts;
}

/** Edits with the lines that they touch: from the first one to before the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly ByteEdit[];
}

function stretches(lines: Lines, edits: readonly ByteEdit[]): readonly Stretch[] {
  const found: { from: number; to: number; edits: ByteEdit[] }[] = [];
  for (const edit of edits) {
    const [from, to] = [lines.at(edit.start), Math.min(lines.at(edit.end) + 1, lines.count)];
    const last = found.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else found.push({ from, to, edits: [edit] });
  }
  return found;
}

/** What edits make of the lines that they touch; empty when nothing. */
function lineChange(lines: Lines, { from, to, edits }: Stretch): readonly LineChange[] {
  const start = lines.startOf(from);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const before = Array.from({ length: to - from }, (_, index) => lines.text(from + index));
  const after = linesOf(applyByteEdits(lines.file.subarray(start, lines.startOf(to)), moved));
  const most = Math.min(before.length, after.length);
  const head = sameFrom(most, (index) => isSame(before[index], after[index]));
  const tail = sameFrom(most - head, (index) => isSame(before.at(-1 - index), after.at(-1 - index)));
  const [removed, added] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return removed.length + added.length === 0 ? [] : [{ line: from + head, removed, added }];
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines = new Lines(bytes);
  return Array.from({ length: lines.count }, (_, line) => lines.text(line));
}

/** How many of so many indexes, from 0 on, are the same. */
function sameFrom(most: number, isSameAt: (index: number) => boolean): number {
  let count = 0;
  while (count < most && isSameAt(count)) count++;
  return count;
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}

/** Changes between which there is nothing to leave out stand in one hunk. */
function hunks(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const found: LineChange[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    if (change.line - end <= 2 * context) found.at(-1)?.push(change);
    else found.push([change]);
    end = change.line + change.removed.length;
  }
  return found;
}

/** One hunk; `shift` is how many lines those before it have added. */
function hunkText(lines: Lines, changes: readonly LineChange[], shift: number): readonly Uint8Array[] {
  const first = changes[0]?.line ?? 0;
  const start = Math.max(0, first - context);
  const rows: Uint8Array[] = [];
  let [at, removed, added] = [start, 0, 0];
  const show = (mark: string, shown: readonly Uint8Array[]) => {
    for (const line of shown) rows.push(row(mark, line));
  };
  const showUpTo = (line: number) => {
    while (at < line) show(' ', [lines.text(at++)]);
  };
  for (const change of changes) {
    showUpTo(change.line);
    show('-', change.removed);
    show('+', change.added);
    at += change.removed.length;
    removed += change.removed.length;
    added += change.added.length;
  }
  showUpTo(Math.min(at + context, lines.count));
  const count = at - start;
  const head = `@@ -${place(start, count)} +${place(start + shift, count - removed + added)} @@\n`;
  return [Buffer.from(head), ...rows];
}

/** From which line on, from 1, and how many; where there is none, the line before. */
function place(start: number, count: number): string {
  const line = count === 0 ? start : start + 1;
  return count === 1 ? String(line) : `${line},${count}`;
}

function row(mark: string, line: Uint8Array): Uint8Array {
  const isWhole = line.at(-1) === lineFeed;
  return Buffer.concat([Buffer.from(mark), line, Buffer.from(isWhole ? '' : '\n\\ No newline at end of file\n')]);
}
