import { type FileEdits, fixAll, normaliseUri } from '../../linter/index.ts';
import { ruleAnnotation } from '../features/rule-annotation.ts';
import { workspaceEdit } from '../features/workspace-edit.ts';
import type { FileParams, FixAllResult } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';

/** All safe fixes of the findings in a file. */
export async function answerFixAll(session: Session, params: FileParams, signal: Signal): Promise<FixAllResult> {
  const uri = normaliseUri(params.uri);
  const files = await allFixes(session, { file: uri }, signal);
  if (files.every(({ edits }) => edits.length === 0)) return null;
  const goesFurther = files.some(({ file }) => file !== uri);
  return workspaceEdit(files, session.texts, session.facts, goesFurther ? ruleAnnotation(false) : undefined);
}

/** The edits of all safe fixes of a file's findings, against the present texts; none when the signal aborted. */
export async function allFixes(session: Session, where: { file: string; rule?: string }, signal: Signal): Promise<readonly FileEdits[]> {
  const { checker, facts, linter, settings } = session;
  const scope = { ...where, mayCreate: facts.createsFiles };
  while (await checker.settle(signal, where.file)) {
    const { generation } = checker;
    const edits = settings.get(where.file).enable ? (await fixAll(linter, checker.reaching(where.file), scope)).files : [];
    // Not every client tells of files that change, and none at once: an edit for an old text would destroy the new one.
    if (generation === checker.generation && (await checker.confirmClosed(edits.map(({ file }) => file)))) return edits;
  }
  return [];
}
