import type { FileEdits } from '../findings/finding.ts';
import { conflicts, labelsOf, sameEdit, type TextEdit } from '../text/edit.ts';

/** Edits of many fixes that can be applied together. */
export class EditSet {
  /** By file; sorted by start. */
  readonly #files = new Map<string, TextEdit[]>();
  readonly #made = new Set<string>();

  /** Takes all edits of one fix, or none of them when one conflicts with what is there. An edit that is there already counts as taken. */
  add(edits: readonly FileEdits[]): boolean {
    const wanted = edits.flatMap(({ file, edits: list }) =>
      list.map((edit) => ({ file, edit, there: this.#near(file, edit).find((each) => sameEdit(each, edit)) })),
    );
    const isConflict = ({ file, edit, there }: (typeof wanted)[number]) =>
      !there && this.#near(file, edit).some((each) => conflicts(each, edit));
    if (wanted.length === 0 || wanted.some(isConflict)) return false;
    for (const { file, edit, there } of wanted) {
      if (!there) this.#insert(file, edit);
      else if (edit.labels?.some((label) => !there.labels?.includes(label)))
        this.#replace(file, there, { ...there, ...labelsOf([there, edit]) });
    }
    for (const { file, isNew } of edits) if (isNew) this.#made.add(file);
    return true;
  }

  get files(): readonly FileEdits[] {
    return [...this.#files].map(([file, edits]) => ({ file, edits, ...(this.#made.has(file) && { isNew: true }) }));
  }

  /** The edits beside which a new one would stand. */
  #near(file: string, edit: TextEdit): readonly TextEdit[] {
    const list = this.#files.get(file) ?? [];
    const from = firstFrom(list, edit.range.start);
    let to = from;
    while (to < list.length && (list[to]?.range.start ?? 0) <= edit.range.end) to++;
    return list.slice(Math.max(0, from - 1), to);
  }

  #insert(file: string, edit: TextEdit): void {
    const list = this.#files.get(file) ?? [];
    // Behind what starts at the same place: the edits of one fix stay in its order.
    list.splice(firstFrom(list, edit.range.start + 1), 0, edit);
    this.#files.set(file, list);
  }

  #replace(file: string, there: TextEdit, edit: TextEdit): void {
    const list = this.#files.get(file);
    list?.splice(list.indexOf(there), 1, edit);
  }
}

/** The index of the first edit that starts at `offset` or behind it. */
function firstFrom(list: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
