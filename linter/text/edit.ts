import type { Range } from './range.ts';

/** Replaces `range` of a text with `text`; an empty range inserts, an empty text removes. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
  /** What it is for, in the words of whoever made it. */
  readonly labels?: readonly string[];
}

/** True when the order of the two edits would matter: their ranges overlap or start at one place. */
export function conflicts(a: TextEdit, b: TextEdit): boolean {
  return a.range.start === b.range.start || (a.range.start < b.range.end && b.range.start < a.range.end);
}

/** True when both edits do the same thing. */
export function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.range.start === b.range.start && a.range.end === b.range.end && a.text === b.text;
}

/** The labels of some edits, each once, as one edit in their place has them. */
export function labelsOf(edits: readonly TextEdit[]): Pick<TextEdit, 'labels'> {
  const labels = new Set(edits.flatMap((edit) => edit.labels ?? []));
  return labels.size > 0 ? { labels: [...labels] } : {};
}

/** Edits by where they stand; those at one place stay in their order. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The edits of the edited text that take all edits back; in order. They must not overlap. */
export function inverseOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return inOrder(edits).map(({ range, text: added }) => {
    const start = range.start + shift;
    shift += added.length - (range.end - range.start);
    return { range: { start, end: start + added.length }, text: text.slice(range.start, range.end) };
  });
}

/**
 * The text with all edits applied; their ranges refer to the text as it is before any of them.
 * @throws RangeError when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const edit of inOrder(edits)) {
    if (edit.range.start < done) throw new RangeError(`edits overlap at offset ${edit.range.start}`);
    result += text.slice(done, edit.range.start) + edit.text;
    done = edit.range.end;
  }
  return result + text.slice(done);
}
