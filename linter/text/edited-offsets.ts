import { inOrder, type TextEdit } from './edit.ts';
import type { Range } from './range.ts';

/** An edit with the place of its text in the edited text. */
interface Placed {
  readonly edit: TextEdit;
  readonly before: Range;
  readonly after: Range;
}

/** Where offsets of a text (UTF-16 code units) are once it is edited, and which stretches the edits touch. */
export class EditedOffsets {
  readonly #placed: readonly Placed[];

  /** The edits refer to the text as it is before any of them; they don't overlap. */
  constructor(edits: readonly TextEdit[]) {
    let shift = 0;
    this.#placed = inOrder(edits).map((edit) => {
      const { range, text } = edit;
      const start = range.start + shift;
      shift += text.length - (range.end - range.start);
      return { edit, before: range, after: { start, end: start + text.length } };
    });
  }

  /** Where an offset is afterwards: behind what is inserted at it, in a stretch that is replaced at the start of its replacement. */
  startOf(offset: number): number {
    const last = this.#placed[this.#firstBehind(offset) - 1];
    if (!last) return offset;
    return last.before.end > offset ? last.after.start : offset - last.before.end + last.after.end;
  }

  /** Where what is left of a stretch starts afterwards, when edits only removed something at its start; undefined when nothing is left. */
  startOfRest({ start, end }: Range): number | undefined {
    const last = this.#placed[this.#firstBehind(start) - 1];
    if (!last || last.before.end <= start) return this.startOf(start);
    return last.before.end < end ? this.startOfRest({ start: last.before.end, end }) : undefined;
  }

  /** True for a range that an edit is in, overlaps or adjoins. */
  touches({ start, end }: Range): boolean {
    const last = this.#placed[this.#firstBehind(end) - 1];
    return last !== undefined && last.before.end >= start;
  }

  /** True for a range of which an edit replaces a part, or into which it inserts: not just at its ends. */
  isInside({ start, end }: Range): boolean {
    const last = this.#placed[this.#firstBehind(end - 1) - 1];
    return last !== undefined && last.before.end > start;
  }

  /** The stretch of the edited text that replaces a stretch with this offset; undefined for an offset that stays. */
  replacementOf(offset: number): Range | undefined {
    const last = this.#placed[this.#firstBehind(offset) - 1];
    return last && last.before.end > offset ? last.after : undefined;
  }

  /** True for an offset of the edited text where an edit has put something. */
  isNew(offset: number): boolean {
    return this.editAt(offset) !== undefined;
  }

  /** The edit that has put something at an offset of the edited text; undefined when none has. */
  editAt(offset: number): TextEdit | undefined {
    const index = firstIndex(this.#placed.length, (at) => (this.#placed[at]?.after.end ?? 0) > offset);
    const placed = this.#placed[index];
    return placed && placed.after.start <= offset ? placed.edit : undefined;
  }

  /** The index of the first edit that starts behind an offset. */
  #firstBehind(offset: number): number {
    return firstIndex(this.#placed.length, (index) => (this.#placed[index]?.before.start ?? 0) > offset);
  }
}

/** The first of so many indexes, those up to some point not being good and all others good, that is good; `length` when none is. */
function firstIndex(length: number, isGood: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isGood(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
