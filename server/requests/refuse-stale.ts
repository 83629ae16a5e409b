import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Session } from '../session.ts';

/** Refuses an action that was offered for another text: it is none any more. */
export function refuseStale(session: Session, { uri, version }: { readonly uri: string; readonly version: number | null }): void {
  if (session.texts.version(uri) !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
}
