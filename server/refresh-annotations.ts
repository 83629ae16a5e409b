import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import { lensesNow, lensWords } from './requests/code-lenses.ts';
import { hintsNow } from './requests/inlay-hints.ts';
import type { Session } from './session.ts';

/** Has the client ask again for lenses and hints, when it shows others for some files than there are by settled results. */
export function refreshAnnotations(session: Session, files: ReadonlySet<string>): void {
  const { connection, documents, facts, log, shown, texts } = session;
  const open = [...files].filter((uri) => documents.has(uri));
  const refresh = ({ method }: { readonly method: string }): void => {
    connection.sendRequest(method).catch((error: unknown) => log.warn(`The editor did not answer ${method}: ${String(error)}`));
  };
  const lensesOf = (uri: string) => lensWords(lensesNow(session, uri));
  if (facts.refreshesCodeLenses && open.some((uri) => shown.lenses.isOutdated(uri, texts.version(uri), () => lensesOf(uri))))
    refresh(CodeLensRefreshRequest.type);
  if (facts.refreshesInlayHints && open.some((uri) => shown.hints.isOutdated(uri, texts.version(uri), () => hintsNow(session, uri))))
    refresh(InlayHintRefreshRequest.type);
}
