import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { normaliseUri, type Range } from '../../linter/index.ts';
import { inheritedHints } from '../features/inlay-hints.ts';
import { displayName, type Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { modelsNow } from './settled-models.ts';

/** The hints in a stretch of an open document. */
export async function inlayHints(session: Session, params: InlayHintParams, signal: Signal): Promise<InlayHint[]> {
  const uri = normaliseUri(params.textDocument.uri);
  const { checker, documents, shown, texts } = session;
  if (!documents.has(uri) || !(await checker.settle(signal, uri))) return [];
  const lines = texts.lines(uri);
  if (!lines) return [];
  shown.hints.note(uri, texts.version(uri), hintsNow(session, uri));
  return hintsNow(session, uri, { start: lines.offsetAt(params.range.start), end: lines.offsetAt(params.range.end) });
}

/** The hints in an open document, or a stretch of it, by the last results; none where they are switched off. */
export function hintsNow(session: Session, uri: string, within?: Range): InlayHint[] {
  const { linter, settings, texts } = session;
  const file = linter.lastSeen(uri);
  if (!file || !settings.get(uri).inlayHints) return [];
  const source = { models: modelsNow(session, uri), file, texts, nameOf: (each: string) => displayName(session, each) };
  return inheritedHints(source, within ?? { start: 0, end: file.text.length });
}
