// The script of the report page: filters, searches and sorts what is there, and takes new content where an editor sends some.
import { enableControls, listenToControls, showFilters } from './controls.ts';
import { editor } from './host.ts';
import { listenToKeys } from './keys.ts';
import { measureFilters } from './measure-filters.ts';
import { type Row, readRows, showRows } from './rows.ts';
import { listenToSorting, sortRows } from './sorting.ts';
import { type Filters, rememberState, restoredState } from './state.ts';
import { listenToUpdates } from './updates.ts';

let state = restoredState();
let rows: readonly Row[] = [];

function takeContent(): void {
  rows = readRows();
  enableControls();
  if (state.sorting) sortRows(rows, state.sorting);
  filter(state.filters);
}

function filter(wanted: Filters): void {
  const filters = showFilters(wanted);
  showRows(rows, filters);
  state = { ...state, filters };
  rememberState(state);
}

listenToControls(() => state.filters, filter);
listenToKeys(() => filter({}));
listenToSorting(
  () => state.sorting,
  (sorting) => {
    sortRows(rows, sorting);
    state = { ...state, sorting };
    rememberState(state);
  },
);
listenToUpdates(takeContent);
addEventListener('scrollend', () => {
  state = { ...state, scroll: scrollY };
  rememberState(state);
});
takeContent();
measureFilters();
scrollTo(0, state.scroll);
// What was sent before is the page's own content; what changed since can come now.
editor?.postMessage({ ready: true });
