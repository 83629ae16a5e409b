import type { FileEdit } from '../findings/file-edits.ts';
import { keyText } from '../syntax/editing/render-scalar.ts';
import type { Place } from '../workspace/place.ts';

/** Puts the key of a place in the quotes that its file prefers; undefined for a place without key. */
export function quoteKey({ file, entry }: Place): FileEdit | undefined {
  const quotes = file.tree.style.singleQuote ? 'single' : 'double';
  return entry && { file: file.uri, edit: { range: entry.keyNode.range, text: keyText(entry.key, quotes) } };
}
