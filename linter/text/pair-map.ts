/** A map whose keys are pairs: two pairs of the same values are one key. Its values come in the order in which they were set first. */
export class PairMap<First, Second, Value> {
  readonly #positions = new Map<First, Map<Second, number>>();
  readonly #values: Value[] = [];

  /** The value of a pair; undefined when it has none. */
  get(first: First, second: Second): Value | undefined {
    const position = this.#positions.get(first)?.get(second);
    return position === undefined ? undefined : this.#values[position];
  }

  has(first: First, second: Second): boolean {
    return this.#positions.get(first)?.has(second) === true;
  }

  set(first: First, second: Second, value: Value): void {
    const inner = this.#positions.get(first) ?? new Map<Second, number>();
    this.#positions.set(first, inner);
    const position = inner.get(second);
    if (position !== undefined) this.#values[position] = value;
    else inner.set(second, this.#values.push(value) - 1);
  }

  values(): readonly Value[] {
    return this.#values;
  }
}
