import type { Hover, HoverParams } from 'vscode-languageserver';
import { normaliseUri } from '../../linter/index.ts';
import { hoverAt } from '../features/hover/hover.ts';
import { markdown, plainText } from '../features/hover/markup.ts';
import { displayName, type Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { settledModels } from './settled-models.ts';

/** What a place is to authentication; null for one that is nothing to it. */
export async function hover(session: Session, params: HoverParams, signal: Signal): Promise<Hover | null> {
  const uri = normaliseUri(params.textDocument.uri);
  if (!session.documents.has(uri)) return null;
  const models = await settledModels(session, uri, signal);
  const { checker, facts, texts } = session;
  const lines = texts.lines(uri);
  if (models.length === 0 || !lines) return null;
  const request = {
    models,
    uri,
    offset: lines.offsetAt(params.position),
    findings: checker.findingsIn(new Set([uri])).get(uri) ?? [],
    markup: facts.showsMarkdown ? markdown : plainText,
    texts,
    nameOf: (file: string) => displayName(session, file),
  };
  return hoverAt(request) ?? null;
}
