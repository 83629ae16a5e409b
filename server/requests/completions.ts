import { type CompletionItem, type CompletionParams, CompletionTriggerKind } from 'vscode-languageserver';
import { type Completion, type Finding, normaliseUri, suppressionCompletions } from '../../linter/index.ts';
import { completionItems } from '../features/completions.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { findingsOf } from './code-actions.ts';

/** What can be completed at a place: comments and keys that suppress findings. */
export async function complete(session: Session, params: CompletionParams, signal: Signal): Promise<CompletionItem[]> {
  const uri = normaliseUri(params.textDocument.uri);
  // Most places have nothing to complete, and need not wait for findings.
  if (!session.documents.has(uri) || completionsAt(session, uri, params, []).length === 0) return [];
  const completions = completionsAt(session, uri, params, await findingsOf(session, uri, signal));
  // Nobody who starts a comment wants to hear of directives yet.
  const wasTyped = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
  return completionItems(wasTyped ? completions.filter(({ rule }) => rule !== undefined) : completions, uri, session.texts);
}

function completionsAt(
  { linter }: Session,
  uri: string,
  { position }: CompletionParams,
  findings: readonly Finding[],
): readonly Completion[] {
  const file = linter.file(uri);
  return file ? suppressionCompletions(file, file.lines.offsetAt(position), findings) : [];
}
