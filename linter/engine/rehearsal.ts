import type { FileEdits } from '../findings/finding.ts';
import type { SyntaxTree } from '../syntax/node.ts';
import { inOrder, inverseOf, type TextEdit } from '../text/edit.ts';
import type { ReadResult } from '../workspace/file-system.ts';
import { normaliseUri } from '../workspace/uri.ts';
import type { EntryResult } from './entry-result.ts';
import { Linter } from './linter.ts';

/**
 * A second linter that follows what a first one knows, and on which edits are tried; the first sees nothing of it. Unlike a `Trial` it is
 * kept from one try to the next: its texts are edited and edited back, so that a try costs about what a keystroke does.
 */
export class Rehearsal {
  readonly #original: Linter;
  readonly #copy: Linter;
  /** What the copy was given for each file. */
  readonly #given = new Map<string, ReadResult>();
  /** The files of the last try with the edits that take it back; undefined for a file that it made. */
  readonly #tried = new Map<string, readonly TextEdit[] | undefined>();

  constructor(original: Linter) {
    this.#original = original;
    this.#copy = new Linter({ settings: (uri) => original.host.settings(uri), read: (uri) => this.#read(uri) });
  }

  /** Takes the last try back, and makes all texts what they are for the original. */
  catchUp(): void {
    for (const [uri, edits] of this.#tried) {
      if (edits) this.#edit(uri, edits);
      else this.#forget(uri);
    }
    this.#tried.clear();
    for (const [uri, given] of [...this.#given]) {
      const known = this.#original.lastRead(uri);
      if (known && isSame(known, given)) continue;
      if (known && 'text' in known) this.#give(uri, known);
      else this.#forget(uri);
    }
    // Results under other settings would stay for as long as the texts do.
    this.#copy.settingsChanged();
  }

  /** Applies edits to texts that are those of the original. */
  apply(files: readonly FileEdits[]): void {
    for (const { file, edits } of files) {
      const uri = normaliseUri(file);
      const text = this.#copy.file(uri)?.text;
      this.#tried.set(uri, text === undefined ? undefined : inverseOf(text, edits));
      this.#edit(uri, edits);
    }
  }

  /** What is found now in some entry documents; undefined when the signal aborted. */
  async check(entries: readonly string[], signal: { readonly aborted: boolean }): Promise<readonly EntryResult[] | undefined> {
    const results: EntryResult[] = [];
    for (const entry of entries) {
      const result = await this.#copy.check(entry, signal);
      if (!result) return undefined;
      results.push(result);
    }
    return results;
  }

  /** A file's text of now as a tree; undefined for one that is not there. */
  tree(file: string): SyntaxTree | undefined {
    return this.#copy.file(file)?.tree;
  }

  #read(uri: string): ReadResult | Promise<ReadResult> {
    const result = this.#original.lastRead(uri) ?? this.#original.host.read(uri);
    if (!(result instanceof Promise)) {
      this.#given.set(uri, result);
      return result;
    }
    return result.then((read) => {
      this.#given.set(uri, read);
      return read;
    });
  }

  #give(uri: string, known: { readonly text: string }): void {
    this.#given.set(uri, known);
    this.#setText(uri, known.text);
  }

  #forget(uri: string): void {
    this.#given.delete(uri);
    this.#copy.closeDocument(uri);
    this.#copy.filesChanged([uri]);
  }

  /** One edit after the other, the last of the text first: what lies between them stays as it was read. */
  #edit(uri: string, edits: readonly TextEdit[]): void {
    let text = this.#copy.file(uri)?.text ?? '';
    for (const edit of inOrder(edits).toReversed()) {
      text = text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
      this.#setText(uri, text);
    }
  }

  #setText(uri: string, text: string): void {
    const before = this.#copy.file(uri)?.text;
    // Opened with the text that it has, a file stays what it is, and is edited from then on.
    if (before !== undefined) this.#copy.openDocument(uri, before);
    this.#copy.openDocument(uri, text);
  }
}

function isSame(a: ReadResult, b: ReadResult): boolean {
  return 'text' in a ? 'text' in b && a.text === b.text : 'problem' in b && a.problem === b.problem && a.detail === b.detail;
}
