import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Log } from './log.ts';
import type { OpenDocuments } from './open-documents.ts';

/** Pushes diagnostics, and remembers them so that only changes are sent. */
export class Publisher {
  readonly #connection: Connection;
  readonly #documents: OpenDocuments;
  readonly #log: Log;
  /** What was sent, with the spelling of the URI it was sent under. */
  readonly #sent = new Map<string, { readonly clientUri: string; readonly text: string }>();

  constructor(connection: Connection, documents: OpenDocuments, log: Log) {
    this.#connection = connection;
    this.#documents = documents;
    this.#log = log;
  }

  /** Makes these the pushed diagnostics of a file; without `version`, of the file on disk. */
  publish(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    const clientUri = this.#documents.clientUri(uri);
    const before = this.#sent.get(uri);
    const isNothing = diagnostics.length === 0 && version === undefined;
    if (before && (isNothing || before.clientUri !== clientUri)) this.clear(uri);
    const text = JSON.stringify([version, diagnostics]);
    if (isNothing || (before?.text === text && before.clientUri === clientUri)) return;
    this.#sent.set(uri, { clientUri, text });
    this.#send(clientUri, diagnostics, version);
  }

  /** Takes back what was pushed for a file, if anything was. */
  clear(uri: string): void {
    const before = this.#sent.get(uri);
    if (!before) return;
    this.#sent.delete(uri);
    this.#send(before.clientUri, []);
  }

  #send(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    const params = { uri, diagnostics: [...diagnostics], ...(version !== undefined && { version }) };
    this.#connection.sendDiagnostics(params).catch((error: unknown) => this.#log.crash(`the push for ${uri}`, error));
  }
}
