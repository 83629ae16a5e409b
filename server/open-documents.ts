import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { normaliseUri } from '../linter/index.ts';

/** The documents that are open at the client, by the linter's spelling of their URIs. */
export class OpenDocuments {
  readonly #byUri = new Map<string, TextDocument>();
  /** Those that the client has pulled diagnostics for since they were opened: it shows them itself. */
  readonly #pulled = new Set<string>();
  /** Those that nobody sees: their texts stand before the files, and no more. */
  readonly #hidden = new Set<string>();

  constructor(documents: TextDocuments<TextDocument>) {
    documents.onDidOpen(({ document }) => this.#byUri.set(normaliseUri(document.uri), document));
    documents.onDidClose(({ document }) => {
      this.#byUri.delete(normaliseUri(document.uri));
      this.#pulled.delete(normaliseUri(document.uri));
      this.#hidden.delete(normaliseUri(document.uri));
    });
  }

  get(uri: string): TextDocument | undefined {
    return this.#byUri.get(uri);
  }

  has(uri: string): boolean {
    return this.#byUri.has(uri);
  }

  /** True for a document that is open and not hidden. */
  isSeen(uri: string): boolean {
    return this.#byUri.has(uri) && !this.#hidden.has(uri);
  }

  uris(): readonly string[] {
    return [...this.#byUri.keys()];
  }

  /** The URI as the client spells it. */
  clientUri(uri: string): string {
    return this.#byUri.get(uri)?.uri ?? uri;
  }

  /** Notes that the client pulls the diagnostics of this open document; it is seen then. */
  markPulled(uri: string): void {
    if (this.#byUri.has(uri)) this.#pulled.add(uri);
    this.#hidden.delete(uri);
  }

  /** Notes that nobody sees this open document. */
  markHidden(uri: string): void {
    if (this.#byUri.has(uri)) this.#hidden.add(uri);
    this.#pulled.delete(uri);
  }

  isHidden(uri: string): boolean {
    return this.#hidden.has(uri);
  }

  isPulled(uri: string): boolean {
    return this.#pulled.has(uri);
  }
}
