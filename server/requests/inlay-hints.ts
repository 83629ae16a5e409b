import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { normaliseUri } from '../../linter/index.ts';
import { inheritedHints } from '../features/inlay-hints.ts';
import { steadyTexts } from '../features/texts.ts';
import { displayName, type Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { modelsNow } from './settled-models.ts';

/** The hints in some lines of an open document. */
export async function inlayHints(session: Session, params: InlayHintParams, signal: Signal): Promise<InlayHint[]> {
  const uri = normaliseUri(params.textDocument.uri);
  const { checker, documents, shown, texts } = session;
  if (!documents.has(uri) || !(await checker.settle(signal, uri))) return [];
  const hints = hintsNow(session, uri);
  shown.hints.note(uri, texts.version(uri), hints);
  const { start, end } = params.range;
  return hints.filter(({ position: { line } }) => start.line <= line && line <= end.line);
}

/** The hints in an open document by the last results; none where they are switched off. */
export function hintsNow(session: Session, uri: string): InlayHint[] {
  const { linter, settings, texts } = session;
  const file = linter.lastSeen(uri);
  if (!file || !settings.get(uri).inlayHints) return [];
  return inheritedHints({ models: modelsNow(session, uri), file, texts: steadyTexts(texts), nameOf: (each) => displayName(session, each) });
}
