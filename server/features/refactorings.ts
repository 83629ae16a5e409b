import { type CodeAction, type CodeActionContext, CodeActionKind, type Range as LspRange } from 'vscode-languageserver';
import type { Refactoring } from '../../linter/index.ts';
import { wants } from './code-actions.ts';

/** The kinds of code action that refactorings are. */
export const refactoringKinds: readonly CodeActionKind[] = [
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
];

/** One refactoring at a place, kept in its code action until that is resolved. */
export interface RefactoringData {
  readonly uri: string;
  readonly version: number | null;
  readonly range: LspRange;
  /** Its title. */
  readonly refactoring: string;
}

/** The code actions for some refactorings, without edits; those left out that are not asked for, and that `others` do already. */
export function refactoringActions(
  refactorings: readonly Refactoring[],
  place: Omit<RefactoringData, 'refactoring'>,
  context: CodeActionContext,
  others: readonly CodeAction[],
): CodeAction[] {
  const known = new Set(others.map(({ title }) => title));
  return refactorings
    .map(({ title, kind }) => ({ title, kind: `${CodeActionKind.Refactor}.${kind}`, data: { ...place, refactoring: title } }))
    .filter(({ title, kind }) => wants(context, kind) && !known.has(title));
}

/** The refactoring that a code action stands for; undefined when it is no longer there. */
export function refactoringOf({ refactoring }: RefactoringData, refactorings: readonly Refactoring[]): Refactoring | undefined {
  return refactorings.find(({ title }) => title === refactoring);
}
