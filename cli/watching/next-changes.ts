import type { Changes } from './changes.ts';

/**
 * The paths that change next. `pathsNow` gives the files that are to be checked, `before` those that there were: what is not the same has
 * changed, even if it was not heard of.
 */
export async function nextChanges(
  changes: Pick<Changes, 'next'>,
  before: ReadonlySet<string>,
  pathsNow: () => Promise<ReadonlySet<string>>,
): Promise<ReadonlySet<string>> {
  for (;;) {
    const heard = await changes.next();
    if (heard.size > 0) return heard;
    const now = await pathsNow();
    const others = [...now].filter((path) => !before.has(path)).concat([...before].filter((path) => !now.has(path)));
    if (others.length > 0) return new Set(others);
  }
}
