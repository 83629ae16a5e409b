/** The objects and arrays of a stretch of JSON, numbered from 0 in the order in which they begin. */
export interface Brackets {
  /** Where each ends: behind its last bracket, in UTF-16 code units from the start of the text that was skimmed. */
  readonly ends: Int32Array;
  /** The number of the first one that begins behind each. */
  readonly next: Int32Array;
}

/** Collects brackets. While one is open, its place among the ends has the number of the one around it, and that for the next its kind. */
export class BracketList {
  #ends: Int32Array;
  #next: Int32Array;
  #count = 0;
  #innermost = -1;

  /** @param room how many there are, roughly */
  constructor(room: number) {
    this.#ends = new Int32Array(Math.max(room, 8));
    this.#next = new Int32Array(this.#ends.length);
  }

  /** True when all that were opened are closed. */
  get isEmpty(): boolean {
    return this.#innermost < 0;
  }

  /** True when the innermost that is open is an object. */
  get isInObject(): boolean {
    return this.#next[this.#innermost] === 1;
  }

  open(isObject: boolean): void {
    if (this.#count === this.#ends.length) {
      this.#ends = twiceAsLong(this.#ends);
      this.#next = twiceAsLong(this.#next);
    }
    this.#ends[this.#count] = this.#innermost;
    this.#next[this.#count] = isObject ? 1 : 0;
    this.#innermost = this.#count++;
  }

  /** @param end behind the last bracket of the innermost, in UTF-16 code units */
  close(end: number): void {
    const closed = this.#innermost;
    this.#innermost = this.#ends[closed] ?? -1;
    this.#ends[closed] = end;
    this.#next[closed] = this.#count;
  }

  made(): Brackets {
    return { ends: this.#ends.slice(0, this.#count), next: this.#next.slice(0, this.#count) };
  }
}

function twiceAsLong(numbers: Int32Array): Int32Array {
  const longer = new Int32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
