import type { TextEdit } from '../text/edit.ts';
import type { FileEdits } from './finding.ts';

/** One edit of one file. */
export interface FileEdit {
  readonly file: string;
  readonly edit: TextEdit;
  /** True for the text of a file that is still to be made. */
  readonly isNew?: boolean;
}

/** Groups edits by file, each once; empty when one of them could not be built (undefined), or two overlap. */
export function fileEdits(edits: readonly (FileEdit | undefined)[]): readonly FileEdits[] {
  const byFile = new Map<string, Map<string, TextEdit>>();
  const made = new Set<string>();
  for (const each of edits) {
    if (!each) return [];
    const known = byFile.get(each.file) ?? new Map<string, TextEdit>();
    const { range, text } = each.edit;
    known.set(`${range.start}-${range.end} ${text}`, each.edit);
    byFile.set(each.file, known);
    if (each.isNew) made.add(each.file);
  }
  const grouped = [...byFile].map(([file, known]) => ({ file, edits: [...known.values()], ...(made.has(file) && { isNew: true }) }));
  return grouped.some(({ edits }) => overlap(edits)) ? [] : grouped;
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ranges = edits.map(({ range }) => range).sort((a, b) => a.start - b.start || a.end - b.end);
  return ranges.some(({ end }, index) => end > (ranges[index + 1]?.start ?? end));
}
