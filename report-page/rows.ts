import type { Filters } from './state.ts';

/** An operation's row, with what is asked of it again and again. */
export interface Row {
  readonly element: HTMLTableRowElement;
  /** All that it says, in lower case. */
  readonly text: string;
  readonly schemes: readonly string[];
}

/** The rows of all operations, in their order on the page. */
export function readRows(): readonly Row[] {
  return [...document.querySelectorAll<HTMLTableRowElement>('.operations tbody tr')].map((element) => ({
    element,
    text: (element.textContent ?? '').toLowerCase(),
    schemes: JSON.parse(element.dataset['schemes'] ?? '[]') as readonly string[],
  }));
}

/** Shows the rows that the filters leave, hides the others and what is empty then, and says how many are left. */
export function showRows(rows: readonly Row[], filters: Filters): void {
  const words = (filters['search'] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const isShown = matches(row, filters) && words.every((word) => row.text.includes(word));
    row.element.hidden = !isShown;
    if (isShown) count++;
  }
  const isFiltered = Object.keys(filters).length > 0;
  for (const section of document.querySelectorAll<HTMLElement>('.description'))
    section.hidden = isFiltered && !section.querySelector('tbody tr:not([hidden])');
  for (const table of document.querySelectorAll<HTMLTableElement>('.operations')) offerRow(table);
  say(count, rows.length, isFiltered);
}

function matches({ element, schemes }: Row, filters: Filters): boolean {
  return Object.entries(filters).every(([name, value]) => {
    if (name === 'search') return true;
    if (name === 'scheme') return value === 'none' ? schemes.length === 0 : schemes.includes(JSON.parse(value));
    if (value === 'unanswered') return element.dataset[name] !== 'explicit';
    return element.dataset[name] === value;
  });
}

/** Of each table the Tab key reaches one row: the one that was last focused, or the first that is shown. */
function offerRow(table: HTMLTableElement): void {
  const shown = shownRows(table);
  const chosen = shown.find((row) => stopOf(row).tabIndex === 0) ?? shown[0];
  for (const row of table.tBodies[0]?.rows ?? []) stopOf(row).tabIndex = row === chosen ? 0 : -1;
}

/** What has the focus where a row has it: its link, which the Enter key follows, or else the row itself. */
export function stopOf(row: HTMLTableRowElement): HTMLElement {
  return row.querySelector('a') ?? row;
}

/** The rows of a table that the filters leave, from top to bottom. */
export function shownRows(table: HTMLTableElement): readonly HTMLTableRowElement[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tbody tr:not([hidden])')];
}

function say(count: number, total: number, isFiltered: boolean): void {
  const output = document.querySelector<HTMLOutputElement>('#shown');
  const words = output?.dataset['words'] ?? '';
  const text = words.replace('{0}', String(count)).replace('{1}', String(total));
  // The same text again would be read out again.
  if (output && output.textContent !== text) output.textContent = text;
  const nothing = document.querySelector<HTMLElement>('#nothing');
  if (nothing) nothing.hidden = count > 0 || !isFiltered;
}
