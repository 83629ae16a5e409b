import { isMergeKey, MapIndexes } from '../map-index.ts';
import type { MapEntry } from '../node.ts';

/** Maps with more entries than this have an index; those of fewer are as quick to look through. */
const few = 8;

/** Finds the entries of a map by their keys: own before merged, of duplicates the last. */
export class EntryFinder {
  readonly #written: () => readonly MapEntry[];
  #index: (() => ReadonlyMap<string, MapEntry>) | undefined;
  #entries: readonly MapEntry[] | undefined;

  constructor(written: () => readonly MapEntry[]) {
    this.#written = written;
  }

  get(key: string): MapEntry | undefined {
    const written = this.#written();
    if (written.length > few || written.some(isMergeKey)) return this.#indexed().get(key);
    for (let place = written.length - 1; place >= 0; place--) {
      const entry = written[place];
      if (entry?.key === key) return entry;
    }
    return undefined;
  }

  /** Every key once, in text order, followed by those that merge keys bring. */
  entries(): readonly MapEntry[] {
    this.#entries ??= this.#hasAllOnce() ? this.#written() : [...this.#indexed().values()];
    return this.#entries;
  }

  #hasAllOnce(): boolean {
    const written = this.#written();
    if (written.some(isMergeKey)) return false;
    if (written.length > few) return this.#indexed().size === written.length;
    return written.every(({ key }, place) => written.findIndex((entry) => entry.key === key) === place);
  }

  #indexed(): ReadonlyMap<string, MapEntry> {
    this.#index ??= new MapIndexes().of(this.#written);
    return this.#index();
  }
}
