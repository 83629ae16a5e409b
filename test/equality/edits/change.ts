import { changeBetween, type TextChange } from '../../../linter/text/change.ts';
import type { Random } from '../../support/random.ts';

/** A change that makes one text of another, as an editor may tell it: the smallest, at one of the places where it may be, or a wider one. */
export function toldChange(before: string, after: string, random: Random): TextChange {
  const smallest = changeBetween(before, after) ?? nothingAt(random.below(before.length + 1));
  const kind = random.below(10);
  if (kind < 4) return smallest;
  if (kind < 8) return movedBack(before, after, smallest, random.below(20));
  return widened(before, smallest, random.between(0, 30), random.between(0, 30));
}

const nothingAt = (offset: number): TextChange => ({ start: offset, end: offset, newEnd: offset });

/** A letter that is typed beside the same letter may stand before or behind it. */
function movedBack(before: string, after: string, { start, end, newEnd }: TextChange, most: number): TextChange {
  let moved = 0;
  while (moved < Math.min(most, start) && before[end - moved - 1] === after[newEnd - moved - 1]) moved++;
  return { start: start - moved, end: end - moved, newEnd: newEnd - moved };
}

function widened(before: string, { start, end, newEnd }: TextChange, ahead: number, behind: number): TextChange {
  const more = Math.min(behind, before.length - end);
  return { start: Math.max(0, start - ahead), end: end + more, newEnd: newEnd + more };
}
