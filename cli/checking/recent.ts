import type { EntryResult, Linter } from '../../linter/index.ts';

/** So many entries, and texts of so many UTF-16 code units, are remembered: neighbours often share files. */
const mostEntries = 16;
const mostText = 2 * 1024 * 1024;

/** Lets a linter forget all but the entries that were checked last. */
export class Recent {
  readonly #linter: Linter;
  #remembered: readonly Pick<EntryResult, 'entry' | 'files'>[] = [];

  constructor(linter: Linter) {
    this.#linter = linter;
  }

  /** Remembers an entry, as long as there is room for it. */
  add({ entry, files }: EntryResult): void {
    this.#remembered = [...this.#remembered, { entry, files }];
    while (this.#remembered.length > mostEntries || this.#size() > mostText) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const [oldest, ...others] = this.#remembered;
    this.#remembered = others;
    if (oldest) this.#linter.forget(oldest.entry);
  }

  /** A text that several entries share counts once. */
  #size(): number {
    const files = new Set(this.#remembered.flatMap((each) => [...each.files]));
    return [...files].reduce((sum, file) => sum + (this.#linter.file(file)?.text.length ?? 0), 0);
  }
}
