import type { TextChange } from '../../text/change.ts';

/** The stretch that two edits changed, one after the other, from the text before both to that after both. */
export function composedChange(first: TextChange, second: TextChange): TextChange {
  const firstDelta = first.newEnd - first.end;
  const secondDelta = second.newEnd - second.end;
  return {
    start: Math.min(first.start, second.start),
    end: Math.max(first.end, second.end - firstDelta),
    newEnd: Math.max(first.newEnd, second.end) + secondDelta,
  };
}
