/** Items that have a key in common, directly or through others, in one group; groups and items are in the order of the items. */
export function groupSharing<T>(items: readonly T[], keysOf: (item: T) => Iterable<string>): readonly (readonly T[])[] {
  const owner = new Map<string, number>();
  const parent = items.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  for (const [index, item] of items.entries()) {
    for (const key of keysOf(item)) {
      const [a, b] = [rootOf(owner.get(key) ?? index), rootOf(index)];
      parent[Math.max(a, b)] = Math.min(a, b);
      owner.set(key, index);
    }
  }
  const groups = new Map<number, T[]>();
  for (const [index, item] of items.entries()) {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group) group.push(item);
    else groups.set(root, [item]);
  }
  return [...groups.values()];
}
