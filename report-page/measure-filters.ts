/** Tells the style how high the filters are, which stay in view above the heads of tables. */
export function measureFilters(): void {
  const filters = document.querySelector<HTMLElement>('#filters');
  if (!filters) return;
  new ResizeObserver(() => document.documentElement.style.setProperty('--filters', `${filters.offsetHeight}px`)).observe(filters);
}
