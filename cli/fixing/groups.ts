import type { FixFacts } from '../checking/facts.ts';

/** A description (its URI) that was checked. */
export interface Fixable extends FixFacts {
  readonly entry: string;
  /** The URI of the configuration file in force; undefined when there is none. */
  readonly configuration: string | undefined;
}

/**
 * Which descriptions must be fixed together: those that see the files that the fixes of another one edit. Descriptions with nothing
 * to fix are only among them for that; files that are shared and not edited bind nobody. In the order of `all`, as are the groups.
 */
export function fixGroups(all: readonly Fixable[]): readonly (readonly Fixable[])[] {
  const entries = new Set(all.map(({ entry }) => entry));
  const configurations = new Set(all.flatMap(({ configuration }) => (configuration === undefined ? [] : [configuration])));
  const editors = new Map<string, Fixable>();
  // A configuration that is not to be fixed itself would bind all for nothing.
  const binds = (file: string) => !configurations.has(file) || entries.has(file);
  for (const each of all) for (const file of each.toEdit) if (binds(file) && !editors.has(file)) editors.set(file, each);
  const bound = new Bonds();
  for (const each of all) {
    for (const file of [...each.files, ...each.toEdit]) {
      const editor = editors.get(file);
      if (editor) bound.bind(editor, each);
    }
  }
  const groups = new Map<Fixable, Fixable[]>();
  for (const each of all) {
    const leader = bound.leaderOf(each);
    const group = groups.get(leader);
    if (group) group.push(each);
    else groups.set(leader, [each]);
  }
  return [...groups.values()].filter((group) => group.some(({ toEdit }) => toEdit.length > 0));
}

/** Who belongs together (a union-find). */
class Bonds {
  readonly #leaders = new Map<Fixable, Fixable>();

  leaderOf(each: Fixable): Fixable {
    let at = each;
    for (let next = this.#leaders.get(at); next; next = this.#leaders.get(at)) {
      // So that the way is half as long the next time.
      const afterNext = this.#leaders.get(next);
      if (afterNext) this.#leaders.set(at, afterNext);
      at = next;
    }
    return at;
  }

  bind(a: Fixable, b: Fixable): void {
    const [leader, other] = [this.leaderOf(a), this.leaderOf(b)];
    if (leader !== other) this.#leaders.set(other, leader);
  }
}

/** Knows which descriptions see a file. */
export class Viewers {
  readonly #order: ReadonlyMap<Fixable, number>;
  readonly #byFile = new Map<string, Fixable[]>();

  constructor(all: readonly Fixable[]) {
    this.#order = new Map(all.map((each, index) => [each, index]));
    for (const each of all) {
      for (const file of each.files) {
        const viewers = this.#byFile.get(file);
        if (viewers) viewers.push(each);
        else this.#byFile.set(file, [each]);
      }
    }
  }

  /** A group with those that see some files as well, in the order of all; the same group when there are no others. */
  joined(group: readonly Fixable[], files: readonly string[]): readonly Fixable[] {
    const members = new Set(group);
    for (const file of files) for (const viewer of this.#byFile.get(file) ?? []) members.add(viewer);
    if (members.size === group.length) return group;
    return [...members].sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }
}
