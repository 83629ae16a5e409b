import type { CodeAction, CodeActionContext, Range as LspRange } from 'vscode-languageserver';
import type { FileEdits, Refactoring } from '../../linter/index.ts';
import { type RefactoringData, refactoringActions, refactoringOf } from '../features/refactorings.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { refuseStale } from './refuse-stale.ts';

/** The refactorings at a place of a file, from settled results, beside other code actions there. */
export async function offerRefactorings(
  session: Session,
  uri: string,
  range: LspRange,
  context: CodeActionContext,
  others: readonly CodeAction[],
): Promise<CodeAction[]> {
  return refactoringActions(
    await refactoringsAt(session, uri, range),
    { uri, version: session.texts.version(uri), range },
    context,
    others,
  );
}

/** What a refactoring edits in the texts as they are now; nothing when the signal aborted. */
export async function refactoringEdits(session: Session, data: RefactoringData, signal: Signal): Promise<readonly FileEdits[]> {
  while (await session.checker.settle(signal, data.uri)) {
    refuseStale(session, data);
    const edits = refactoringOf(data, await refactoringsAt(session, data.uri, data.range))?.edits() ?? [];
    if (edits.some(({ isNew }) => isNew) && !session.facts.createsFiles) return [];
    if (await session.checker.confirmClosed(edits.map(({ file }) => file))) return edits;
  }
  return [];
}

/** Those of the first entry that reaches the file; of an entry its own. */
async function refactoringsAt(
  { checker, linter, settings, texts }: Session,
  uri: string,
  range: LspRange,
): Promise<readonly Refactoring[]> {
  const entries = checker.reaching(uri);
  const entry = entries.includes(uri) ? uri : entries[0];
  const lines = texts.lines(uri);
  if (entry === undefined || !lines || !settings.get(uri).enable) return [];
  return linter.refactorings(entry, { file: uri, range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) } });
}
