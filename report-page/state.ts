import { editor } from './host.ts';

/** The chosen value of each filter, and under `search` the words to look for; what is left out does not matter. */
export type Filters = Readonly<Record<string, string>>;

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** What a person has chosen, and how far they have scrolled, in CSS pixels. */
export interface PageState {
  readonly filters: Filters;
  /** Null: the order of the description. */
  readonly sorting: Sorting | null;
  readonly scroll: number;
}

/** The state of the page when it was last seen; an editor keeps it while the page is hidden, and over restarts. */
export function restoredState(): PageState {
  return { filters: {}, sorting: null, scroll: 0, ...(editor?.getState() as Partial<PageState> | undefined) };
}

export function rememberState(state: PageState): void {
  editor?.setState(state);
}
