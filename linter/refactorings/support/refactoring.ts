// The shape of a refactoring. Refactorings themselves are one file each.
import type { FileEdits } from '../../findings/finding.ts';
import type { FixContext } from '../../fixes/fix-style.ts';
import type { Operation } from '../../openapi/model.ts';
import type { Range } from '../../text/range.ts';
import type { SourceFile } from '../../workspace/source-file.ts';

/** A change that a person may want where nothing is wrong. */
export interface Refactoring {
  /** In the imperative, without a full stop; no two at one place have the same. */
  readonly title: string;
  /** What becomes of the description: something stands in a place of its own, no longer does, or says it in another way. */
  readonly kind: 'extract' | 'inline' | 'rewrite';
  /** Builds the edits; an empty list when the text can't be edited soundly after all. */
  edits(): readonly FileEdits[];
}

/** A cursor or a selection. */
export interface Selection {
  readonly file: SourceFile;
  readonly range: Range;
}

/** What refactorings are made for. */
export interface RefactoringContext extends FixContext {
  /** True for a secured operation without a 401 of its own, unless a person said that it needs none. */
  needs401(operation: Operation): boolean;
}

/** Tells which refactorings of one sort there are at a place. It looks at the texts as they are now, and keeps nothing of them. */
export type FindRefactorings = (context: RefactoringContext, at: Selection) => readonly Refactoring[];
