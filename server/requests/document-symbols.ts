import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation } from 'vscode-languageserver';
import { normaliseUri, outlineOf } from '../../linter/index.ts';
import { documentSymbols, symbolInformation } from '../features/outline.ts';
import { steadyTexts } from '../features/texts.ts';
import { displayName, type Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { settledModels } from './settled-models.ts';

/** What a document has about authentication; null for one that is no part of a description. */
export async function outline(
  session: Session,
  { textDocument }: DocumentSymbolParams,
  signal: Signal,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const uri = normaliseUri(textDocument.uri);
  const models = session.documents.has(uri) ? await settledModels(session, uri, signal) : [];
  const file = session.linter.file(uri);
  if (!file || models.length === 0) return null;
  const toSymbols = session.facts.nestsSymbols ? documentSymbols : symbolInformation;
  return toSymbols(outlineOf(models, file), steadyTexts(session.texts), (each) => displayName(session, each));
}
