import { shownRows, stopOf } from './rows.ts';

/** How many rows Page Up and Page Down move by. */
const pageOfRows = 10;

/** Listens to the keys: in rows they move, everywhere they search and clear. */
export function listenToKeys(clear: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (handle(event, clear)) event.preventDefault();
  });
  document.addEventListener('focusin', ({ target }) => {
    const row = rowOf(target);
    const table = row?.closest('table');
    if (!row || !table) return;
    for (const other of shownRows(table)) stopOf(other).tabIndex = other === row ? 0 : -1;
  });
}

/** True when the key meant something. */
function handle({ key, target }: KeyboardEvent, clear: () => void): boolean {
  if (key === 'Escape') {
    clear();
    return true;
  }
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return false;
  if (key === '/') {
    document.querySelector<HTMLInputElement>('#search')?.focus();
    return true;
  }
  const row = rowOf(target);
  return row !== undefined && handleInRow(key, row);
}

function handleInRow(key: string, row: HTMLTableRowElement): boolean {
  const table = row.closest('table');
  const rows = table ? shownRows(table) : [];
  const index = rows.indexOf(row);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + pageOfRows,
    PageUp: index - pageOfRows,
    Home: 0,
    End: rows.length - 1,
  };
  const to = moves[key];
  if (to === undefined) return false;
  const next = rows[Math.min(Math.max(to, 0), rows.length - 1)];
  if (next) stopOf(next).focus();
  return true;
}

function rowOf(target: EventTarget | null): HTMLTableRowElement | undefined {
  return (target instanceof Element && target.closest<HTMLTableRowElement>('.operations tbody tr')) || undefined;
}
