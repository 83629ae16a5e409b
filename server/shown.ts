/** Remembers what the client shows of one kind beside its documents, to know when that is out of date. */
export class Shown {
  readonly #byUri = new Map<string, { readonly version: number | null; readonly content: string }>();

  /** The client was told this of a version of a document. */
  note(uri: string, version: number | null, content: unknown): void {
    this.#byUri.set(uri, { version, content: JSON.stringify(content) });
  }

  /** True when the client shows something else for this very version; of another version it asks by itself. */
  isOutdated(uri: string, version: number | null, content: () => unknown): boolean {
    const shown = this.#byUri.get(uri);
    return shown?.version === version && shown.content !== JSON.stringify(content());
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }
}
