import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { lensesNow, lensWords } from './requests/code-lenses.ts';
import { hintsNow } from './requests/inlay-hints.ts';
import type { Session } from './session.ts';

/** Has the client ask again for lenses and hints, when it shows others for some files than there are by settled results. */
export function refreshAnnotations(session: Session, files: ReadonlySet<string>): void {
  const { connection, documents, facts, log, shown, texts } = session;
  const open = [...files].filter((uri) => documents.has(uri));
  const refresh = (kind: string, request: () => Promise<void>): void => {
    request().catch((error: unknown) => log.warn(`The editor did not refresh its ${kind}: ${String(error)}`));
  };
  if (
    facts.refreshesCodeLenses &&
    open.some((uri) => shown.lenses.isOutdated(uri, texts.version(uri), () => lensWords(lensesNow(session, uri))))
  )
    refresh('code lenses', () => connection.sendRequest(CodeLensRefreshRequest.type));
  if (facts.refreshesInlayHints && open.some((uri) => shown.hints.isOutdated(uri, texts.version(uri), () => hintsNow(session, uri))))
    refresh('inlay hints', () => connection.languages.inlayHint.refresh());
}
