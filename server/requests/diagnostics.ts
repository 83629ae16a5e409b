import { type DocumentDiagnosticParams, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { normaliseUri } from '../../linter/index.ts';
import { diagnosticsOf, type Session } from '../session.ts';
import type { Signal } from '../signal.ts';

/** The answer when nothing is to be shown. */
export const nothingToShow: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** The diagnostics of an open document. */
export async function pullDiagnostics(
  session: Session,
  params: DocumentDiagnosticParams,
  signal: Signal,
): Promise<DocumentDiagnosticReport> {
  const uri = normaliseUri(params.textDocument.uri);
  if (!session.documents.has(uri)) return nothingToShow;
  const wasHidden = session.documents.isHidden(uri);
  session.documents.markPulled(uri);
  session.publisher.clear(uri);
  if (wasHidden) session.checker.documentShown(uri);
  const isSettled = await session.checker.settle(signal, uri);
  if (!isSettled || !session.documents.has(uri)) return nothingToShow;
  return session.pulled.report(uri, diagnosticsOf(session, new Set([uri])).get(uri) ?? [], params.previousResultId);
}
