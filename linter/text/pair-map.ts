/** A map whose keys are pairs: two pairs of the same values are one key. Its values come in the order in which they were set first. */
export class PairMap<First, Second, Value> {
  readonly #inner = new Map<First, Map<Second, { value: Value }>>();
  readonly #cells = new Set<{ value: Value }>();

  /** The value of a pair; undefined when it has none. */
  get(first: First, second: Second): Value | undefined {
    return this.#inner.get(first)?.get(second)?.value;
  }

  has(first: First, second: Second): boolean {
    return this.#inner.get(first)?.has(second) === true;
  }

  set(first: First, second: Second, value: Value): void {
    const inner = this.#inner.get(first) ?? new Map<Second, { value: Value }>();
    this.#inner.set(first, inner);
    const known = inner.get(second);
    if (known) {
      known.value = value;
      return;
    }
    const cell = { value };
    inner.set(second, cell);
    this.#cells.add(cell);
  }

  delete(first: First, second: Second): void {
    const inner = this.#inner.get(first);
    const cell = inner?.get(second);
    if (!inner || !cell) return;
    this.#cells.delete(cell);
    inner.delete(second);
    if (inner.size === 0) this.#inner.delete(first);
  }

  values(): readonly Value[] {
    return Array.from(this.#cells, ({ value }) => value);
  }
}
