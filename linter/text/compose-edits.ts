import { applyEdits, labelsOf, type TextEdit } from './edit.ts';

/** An edit with the place of its outcome in the edited text. */
interface Placed {
  readonly edit: TextEdit;
  /** In the edited text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Edits that do at once what `first` and then `second` do: `first` refers to `text`, `second` to the text after it, both sorted by
 * start. Where they touch each other they become one edit.
 */
export function composeEdits(text: string, first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  const between = applyEdits(text, first);
  const composed: TextEdit[] = [];
  const earlier = place(first);
  let shift = 0;
  let next = 0;
  let later = 0;
  while (next < earlier.length || later < second.length) {
    const group = takeGroup(earlier, second, next, later);
    const inside = second.slice(later, group.later).map(({ range, text: added }) => ({
      range: { start: range.start - group.start, end: range.end - group.start },
      text: added,
    }));
    const shiftAfter = earlier
      .slice(next, group.next)
      .reduce((sum, { edit, start, end }) => sum + (end - start) - (edit.range.end - edit.range.start), shift);
    composed.push({
      range: { start: group.start - shift, end: group.end - shiftAfter },
      text: applyEdits(between.slice(group.start, group.end), inside),
      ...labelsOf([...earlier.slice(next, group.next).map(({ edit }) => edit), ...second.slice(later, group.later)]),
    });
    shift = shiftAfter;
    next = group.next;
    later = group.later;
  }
  return composed;
}

function place(edits: readonly TextEdit[]): readonly Placed[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.range.start + shift;
    const end = start + edit.text.length;
    shift += edit.text.length - (edit.range.end - edit.range.start);
    return { edit, start, end };
  });
}

interface Group {
  /** In the text between the two lists of edits. */
  readonly start: number;
  readonly end: number;
  /** The first edit of each list that is not in the group. */
  readonly next: number;
  readonly later: number;
}

/** The edits from `next` and `later` on that touch each other, one at least. */
function takeGroup(earlier: readonly Placed[], second: readonly TextEdit[], next: number, later: number): Group {
  const start = Math.min(earlier[next]?.start ?? Number.POSITIVE_INFINITY, second[later]?.range.start ?? Number.POSITIVE_INFINITY);
  const group = { start, end: start, next, later };
  for (;;) {
    const a = earlier[group.next];
    const b = second[group.later];
    if (a && a.start <= group.end) {
      group.end = Math.max(group.end, a.end);
      group.next++;
    } else if (b && b.range.start <= group.end) {
      group.end = Math.max(group.end, b.range.end);
      group.later++;
    } else return group;
  }
}
