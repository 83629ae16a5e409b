import { type FileEdits, fixAll, normaliseUri } from '../../linter/index.ts';
import { workspaceEdit } from '../features/workspace-edit.ts';
import type { FileParams, FixAllResult } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';

/** All safe fixes of the findings in a file. */
export async function answerFixAll(session: Session, params: FileParams, signal: Signal): Promise<FixAllResult> {
  const files = await allFixes(session, { file: normaliseUri(params.uri) }, signal);
  const isEmpty = files.every(({ edits }) => edits.length === 0);
  return isEmpty ? null : workspaceEdit(files, session.texts, session.facts.documentChanges);
}

/** The edits of all safe fixes of a file's findings, against the present texts; none when the signal aborted. */
export async function allFixes(session: Session, where: { file: string; rule?: string }, signal: Signal): Promise<readonly FileEdits[]> {
  const { checker, linter, settings } = session;
  while (await checker.settle(signal, where.file)) {
    const { generation } = checker;
    const edits = settings.get(where.file).enable ? (await fixAll(linter, checker.reaching(where.file), where)).files : [];
    // Not every client tells of files that change, and none at once: an edit for an old text would destroy the new one.
    if (generation === checker.generation && (await checker.confirmClosed(edits.map(({ file }) => file)))) return edits;
  }
  return [];
}
