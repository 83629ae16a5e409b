import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';

/** Remembers what the client pulled, to answer “unchanged” and to know when it shows something out of date. */
export class PulledDiagnostics {
  readonly #byUri = new Map<string, { readonly id: string; readonly text: string }>();
  /** Sets the ids of this server apart from those of one that ran before. */
  readonly #session = Date.now().toString(36);
  #count = 0;

  /** The answer to a pull. */
  report(uri: string, items: readonly Diagnostic[], previousId: string | undefined): DocumentDiagnosticReport {
    const text = JSON.stringify(items);
    let pulled = this.#byUri.get(uri);
    if (pulled?.text !== text) {
      pulled = { id: `${this.#session}-${++this.#count}`, text };
      this.#byUri.set(uri, pulled);
    }
    return previousId === pulled.id
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: pulled.id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: pulled.id, items: [...items] };
  }

  /** True when the client shows something else for this document. */
  isOutdated(uri: string, items: readonly Diagnostic[]): boolean {
    return (this.#byUri.get(uri)?.text ?? '[]') !== JSON.stringify(items);
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }
}
