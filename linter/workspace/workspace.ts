import type { FileSystem, ReadResult } from './file-system.ts';
import { EditableFile, type SourceFile, sourceFile, type UnreadableFile } from './source-file.ts';

/** What is known of a file: its text, or why there is none. The same object as long as nothing changed. */
export type FileState = SourceFile | UnreadableFile;

/** True for a file whose text is at hand. */
export function isReadable(state: FileState | undefined): state is SourceFile {
  return state !== undefined && 'text' in state;
}

/** Open documents over files: what a URI's text is now. */
export class Workspace {
  readonly #fileSystem: FileSystem;
  readonly #documents = new Map<string, EditableFile>();
  readonly #files = new Map<string, FileState>();
  /** Files that may have changed since they were read. */
  readonly #stale = new Set<string>();
  readonly #loading = new Map<string, Promise<void>>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  openDocument(uri: string, text: string, version: number | undefined): void {
    const document = this.#documents.get(uri) ?? this.#asDocument(uri, text);
    document.change(text, version);
    this.#documents.set(uri, document);
  }

  closeDocument(uri: string): void {
    const document = this.#documents.get(uri);
    if (!document) return;
    document.change(document.text, undefined);
    this.#documents.delete(uri);
    this.filesChanged([uri]);
  }

  /** Files may have changed, come or gone; without `uris`, all. */
  filesChanged(uris: Iterable<string> = this.#files.keys()): void {
    for (const uri of uris) {
      if (this.#files.has(uri) || this.#loading.has(uri)) this.#stale.add(uri);
    }
  }

  /** The file as it is known now; undefined when it must be loaded first. Reads it when the host answers at once. */
  state(uri: string): FileState | undefined {
    const document = this.#documents.get(uri);
    if (document) return document;
    if (!this.#stale.has(uri)) {
      const known = this.#files.get(uri);
      if (known) return known;
    }
    if (!this.#loading.has(uri)) this.#read(uri);
    return this.#stale.has(uri) || this.#loading.has(uri) ? undefined : this.#files.get(uri);
  }

  /** The file as it was when it was last read or edited, though that may be out of date; undefined when it was never asked for. */
  lastSeen(uri: string): FileState | undefined {
    return this.#documents.get(uri) ?? this.#files.get(uri);
  }

  /** Fulfilled when the files that `state` had to ask for are there. */
  async load(uris: Iterable<string>): Promise<void> {
    await Promise.all([...uris].map((uri) => this.#loading.get(uri)));
  }

  /** Lets go of every file that is neither open nor in `used`. */
  keepOnly(used: ReadonlySet<string>): void {
    for (const uri of this.#files.keys()) {
      if (used.has(uri)) continue;
      this.#files.delete(uri);
      this.#stale.delete(uri);
    }
  }

  /** The file itself when it has this text, so that what was made of it holds for the document. */
  #asDocument(uri: string, text: string): EditableFile {
    const file = this.#files.get(uri);
    return file instanceof EditableFile && file.text === text ? file : sourceFile(uri, text);
  }

  #read(uri: string): void {
    this.#stale.delete(uri);
    const result = this.#fileSystem.read(uri);
    if (!(result instanceof Promise)) {
      this.#store(uri, result);
      return;
    }
    const failed = (error: unknown): ReadResult => ({ problem: 'unreadable', detail: String(error) });
    const loading = result.catch(failed).then((read) => {
      this.#loading.delete(uri);
      this.#store(uri, read);
    });
    this.#loading.set(uri, loading);
  }

  /** Keeps the object when the text is the same, so that results which were built on it stay valid. */
  #store(uri: string, result: ReadResult): void {
    const known = this.#files.get(uri);
    if ('text' in result) {
      if (!isReadable(known) || known.text !== result.text) this.#files.set(uri, sourceFile(uri, result.text));
    } else if (!known || isReadable(known) || known.problem !== result.problem) {
      this.#files.set(uri, { uri, problem: result.problem, detail: result.detail });
    }
  }
}
