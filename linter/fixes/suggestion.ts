import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';

/** A fix that a person chooses; with undefined among its edits it has none. */
export function suggestion(title: string, edits: () => readonly (FileEdit | undefined)[], preferred = false): Fix {
  return { title, kind: 'suggestion', preferred, edits: () => fileEdits(edits()) };
}
