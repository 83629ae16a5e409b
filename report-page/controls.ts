import type { Filters } from './state.ts';

const search = () => document.querySelector<HTMLInputElement>('#search');
const selects = () => document.querySelectorAll<HTMLSelectElement>('select[data-filter]');
const buttons = () => document.querySelectorAll<HTMLButtonElement>('button[data-filters]');

/** Tells which filters are chosen whenever a person chooses others. */
export function listenToControls(current: () => Filters, choose: (filters: Filters) => void): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.id === 'search') choose(withChoices(current(), { search: target.value.trim() }));
    if (target instanceof HTMLSelectElement) choose(withChoices(current(), { [target.dataset['filter'] ?? '']: target.value }));
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.id === 'clear') choose({});
    if (button?.dataset['filters']) choose(toggled(current(), filtersOf(button)));
  });
}

/** Makes all controls say what is chosen. Returns that, without values that the page no longer has. */
export function showFilters(filters: Filters): Filters {
  const input = search();
  // To set what is there already would move the cursor.
  if (input && input.value.trim() !== (filters['search'] ?? '')) input.value = filters['search'] ?? '';
  for (const select of selects()) select.value = filters[select.dataset['filter'] ?? ''] ?? '';
  const chosen = Object.fromEntries([...selects()].map((select) => [select.dataset['filter'] ?? '', select.value]));
  const valid = withChoices({}, { ...chosen, search: filters['search'] ?? '' });
  for (const button of buttons()) button.setAttribute('aria-pressed', String(isChosen(valid, filtersOf(button))));
  const clear = document.querySelector<HTMLButtonElement>('#clear');
  if (clear) clear.disabled = Object.keys(valid).length === 0;
  return valid;
}

/** What waits for a script can be used now. */
export function enableControls(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-filters], button[data-sort]')) button.disabled = false;
  for (const element of document.querySelectorAll<HTMLElement>('#filters, #keys')) element.hidden = false;
}

function filtersOf(button: HTMLButtonElement): Filters {
  return JSON.parse(button.dataset['filters'] ?? '{}') as Filters;
}

function isChosen(filters: Filters, wanted: Filters): boolean {
  return Object.entries(wanted).every(([name, value]) => filters[name] === value);
}

function toggled(filters: Filters, wanted: Filters): Filters {
  if (!isChosen(filters, wanted)) return { ...filters, ...wanted };
  return withChoices(filters, Object.fromEntries(Object.keys(wanted).map((name) => [name, ''])));
}

/** An empty choice stands for all. */
function withChoices(filters: Filters, choices: Filters): Filters {
  return Object.fromEntries(Object.entries({ ...filters, ...choices }).filter(([, value]) => value !== ''));
}
