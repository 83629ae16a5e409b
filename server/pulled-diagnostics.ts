import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';

/** Remembers what the client pulled, to answer “unchanged” and to know when it shows something out of date. */
export class PulledDiagnostics {
  readonly #byUri = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  /** Sets the ids of this server apart from those of one that ran before. */
  readonly #session = Date.now().toString(36);
  #count = 0;

  /** The answer to a pull. */
  report(uri: string, items: readonly Diagnostic[], previousId: string | undefined): DocumentDiagnosticReport {
    let pulled = this.#byUri.get(uri);
    if (!pulled || !isEqual(pulled.items, items)) {
      pulled = { id: `${this.#session}-${++this.#count}`, items };
      this.#byUri.set(uri, pulled);
    }
    return previousId === pulled.id
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: pulled.id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: pulled.id, items: [...items] };
  }

  /** True when the client shows something else for this document. */
  isOutdated(uri: string, items: readonly Diagnostic[]): boolean {
    return !isEqual(this.#byUri.get(uri)?.items ?? [], items);
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }
}

/** True for equal JSON values; keys may have undefined. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isEqual(left[key], right[key]));
}
