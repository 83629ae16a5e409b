import type { Row } from './rows.ts';
import type { Sorting } from './state.ts';

const collator = new Intl.Collator(undefined, { numeric: true });

/** Tells by what to sort whenever a person presses a column's head: upwards, downwards, not at all. */
export function listenToSorting(current: () => Sorting | null, choose: (sorting: Sorting | null) => void): void {
  document.addEventListener('click', ({ target }) => {
    const column = target instanceof Element ? target.closest<HTMLElement>('button[data-sort]')?.dataset['sort'] : undefined;
    if (column !== undefined) choose(next(current(), column));
  });
}

function next(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}

/** Brings the rows of each table into order; `rows` have the description's. */
export function sortRows(rows: readonly Row[], sorting: Sorting | null): void {
  for (const head of document.querySelectorAll<HTMLElement>('.operations thead th')) {
    const isSorted = sorting !== null && head.querySelector<HTMLElement>('button')?.dataset['sort'] === sorting.column;
    if (isSorted) head.ariaSort = sorting.descending ? 'descending' : 'ascending';
    else head.removeAttribute('aria-sort');
  }
  // In a table one after the other; those of other tables between them do no harm.
  for (const { element } of sorting ? sorted(rows, sorting) : rows) element.parentElement?.append(element);
}

function sorted(rows: readonly Row[], { column, descending }: Sorting): readonly Row[] {
  const index = [...(document.querySelectorAll('.operations thead tr')[0]?.children ?? [])].findIndex((head) => head.className === column);
  const keyed = rows.map((row) => ({ row, key: keyOf(row, index) }));
  const direction = descending ? -1 : 1;
  return keyed.sort((a, b) => direction * collator.compare(a.key, b.key)).map(({ row }) => row);
}

/** Operations are sorted by their path first. */
function keyOf({ element }: Row, column: number): string {
  const cell = element.cells[column];
  const path = cell?.querySelector('code')?.textContent ?? '';
  return `${path} ${cell?.textContent ?? ''}`;
}
