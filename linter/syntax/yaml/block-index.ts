/** What an entry of a map or an item of a list has as its value. */
export const shapes = {
  /** Nothing: there is a place for it. */
  missing: 0,
  plain: 1,
  single: 2,
  double: 3,
  literal: 4,
  folded: 5,
  /** A map in block style: its entries are the records that follow. */
  map: 6,
  /** A list in block style: its items are the records that follow. */
  list: 7,
  /** Brackets that end on their line. */
  flow: 8,
  /** Not known: the whole record is a stretch of text that was given to the parser. */
  foreign: 9,
} as const;

/** How many numbers a record has. */
const size = 6;

/**
 * The entries and items of a block-style text in text order, each before those within it. Offsets are those of the text that was read
 * (UTF-16 code units). Kept as numbers: a large description has hundreds of thousands, of which few are ever asked for.
 */
export class BlockIndex {
  #numbers = new Int32Array(256 * size);
  #comments = new Int32Array(64);
  #count = 0;
  #commentCount = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a record without a value: `start` is where its key or dash is, `end` where the key ends, or -1 behind a dash. */
  add(start: number, end: number, missingAt: number): number {
    const record = this.#count++;
    const at = record * size;
    if (at === this.#numbers.length) this.#numbers = grown(this.#numbers);
    const numbers = this.#numbers;
    numbers[at] = start;
    numbers[at + 1] = end;
    numbers[at + 2] = missingAt;
    numbers[at + 3] = missingAt;
    numbers[at + 4] = shapes.missing;
    numbers[at + 5] = record + 1;
    return record;
  }

  /** `end` is the column for a map or list in block style. */
  setValue(record: number, shape: number, start: number, end: number): void {
    const at = record * size;
    this.#numbers[at + 2] = start;
    this.#numbers[at + 3] = end;
    this.#numbers[at + 4] = shape;
  }

  /** All records from here on are not within this one. */
  close(record: number): void {
    this.#numbers[record * size + 5] = this.#count;
  }

  /** Takes back this record and all behind it. */
  dropFrom(record: number): void {
    this.#count = record;
  }

  addComment(start: number): void {
    if (this.#commentCount === this.#comments.length) this.#comments = grown(this.#comments);
    this.#comments[this.#commentCount++] = start;
  }

  /** Takes back the comments that start at `offset` or behind it. */
  dropCommentsFrom(offset: number): void {
    while (this.#commentCount > 0 && (this.#comments[this.#commentCount - 1] ?? 0) >= offset) this.#commentCount--;
  }

  /** Lets go of what was reserved and not needed. */
  finish(): this {
    this.#numbers = this.#numbers.slice(0, this.#count * size);
    this.#comments = this.#comments.slice(0, this.#commentCount);
    return this;
  }

  /** Where a record's key or dash is, or a foreign stretch begins. */
  start(record: number): number {
    return this.#numbers[record * size] ?? 0;
  }

  /** Where the key ends; -1 for an item. */
  keyEnd(record: number): number {
    return this.#numbers[record * size + 1] ?? 0;
  }

  valueStart(record: number): number {
    return this.#numbers[record * size + 2] ?? 0;
  }

  /** The column of the keys of a map or the dashes of a list in block style. */
  column(record: number): number {
    return this.#numbers[record * size + 3] ?? 0;
  }

  /** Not for maps and lists in block style: they end with their last part. */
  valueEnd(record: number): number {
    return this.#numbers[record * size + 3] ?? 0;
  }

  shape(record: number): number {
    return this.#numbers[record * size + 4] ?? 0;
  }

  /** The first record that is not within this one. */
  next(record: number): number {
    return this.#numbers[record * size + 5] ?? 0;
  }

  /** Where the comments start that lie between two offsets. */
  commentsBetween(start: number, end: number): Int32Array {
    const comments = this.#comments;
    let low = 0;
    let high = this.#commentCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((comments[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    let last = low;
    while (last < this.#commentCount && (comments[last] ?? 0) < end) last++;
    return comments.subarray(low, last);
  }
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
