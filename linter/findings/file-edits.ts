import { sameEdit, type TextEdit } from '../text/edit.ts';
import type { FileEdits } from './finding.ts';

/** One edit of one file. */
export interface FileEdit {
  readonly file: string;
  readonly edit: TextEdit;
}

/** Groups edits by file, each once; empty when one of them could not be built (undefined). */
export function fileEdits(edits: readonly (FileEdit | undefined)[]): readonly FileEdits[] {
  const byFile = new Map<string, TextEdit[]>();
  for (const each of edits) {
    if (!each) return [];
    const known = byFile.get(each.file) ?? [];
    if (!known.some((edit) => sameEdit(edit, each.edit))) known.push(each.edit);
    byFile.set(each.file, known);
  }
  return [...byFile].map(([file, list]) => ({ file, edits: list }));
}
