import type { Range } from '../../text/range.ts';

/** The value of a scalar as it is read from its source, with the stretch of the source that shows each of its code units. */
export class ScalarReading {
  readonly #source: string;
  readonly #origin: number;
  readonly #words: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** The value of a scalar whose content begins at `origin` of its source. */
  constructor(source: string, origin: number) {
    this.#source = source;
    this.#origin = origin;
  }

  /** What was read so far. */
  get value(): string {
    return this.#words.join('');
  }

  /** Adds a stretch of the source that means itself. */
  copy(start: number, end: number): void {
    this.#words.push(this.#source.slice(start, end));
    for (let at = start; at < end; at++) this.#show(at, at + 1);
  }

  /** Adds a word that the whole stretch stands for: an escape. */
  write(word: string, start: number, end: number): void {
    this.#words.push(word);
    for (let unit = 0; unit < word.length; unit++) this.#show(start, end);
  }

  /**
   * Adds what line breaks stand for: a blank or line feeds, at most one for each break. The cuts are the offsets of the first break,
   * of what stands between two breaks, and of the end.
   */
  fold(word: string, cuts: readonly number[]): void {
    this.#words.push(word);
    const dropped = cuts.length - 1 - word.length;
    for (let unit = 0; unit < word.length; unit++) {
      this.#show(cuts[unit === 0 ? 0 : unit + dropped] ?? this.#origin, cuts[unit + dropped + 1] ?? this.#origin);
    }
  }

  /** The stretch of the source that shows a part of the value; undefined when the part is not in it. */
  rangeOf({ start, end }: Range): Range | undefined {
    if (start < 0 || start > end || end > this.#starts.length) return undefined;
    if (start === end) {
      const at = (start === 0 ? this.#starts[0] : this.#ends[start - 1]) ?? this.#origin;
      return { start: at, end: at };
    }
    return { start: this.#starts[start] ?? this.#origin, end: this.#ends[end - 1] ?? this.#origin };
  }

  #show(start: number, end: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
  }
}
