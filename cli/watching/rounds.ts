import { checkTargets } from '../checking/check-targets.ts';
import type { Outcome, Setup } from '../checking/work.ts';
import type { Boundary } from '../files/boundary.ts';
import { FileReader } from '../files/file-reader.ts';
import { uriOf } from '../files/file-uri.ts';
import type { Target } from '../targets/targets.ts';

/** How targets are checked each time. */
export interface Circumstances {
  readonly setup: Setup;
  readonly boundary: Boundary;
  /** How many threads check; undefined: as many as pay. */
  readonly jobs: number | undefined;
  /** Hears of each target that was checked. */
  onDone(target: Target): void;
}

/** Checks targets again and again, and of those known from before only what depends on something that has changed. */
export class Rounds {
  /** By path. */
  #before: ReadonlyMap<string, Outcome> = new Map();

  /** What became of targets, in their order. `changed` has the URIs of files that may not be what they were in the round before. */
  async next(targets: readonly Target[], changed: ReadonlySet<string>, circumstances: Circumstances): Promise<readonly Outcome[]> {
    const { setup, boundary, jobs, onDone } = circumstances;
    const due = targets.filter(({ path }) => isDue(path, this.#before.get(path), changed));
    const files = new FileReader(boundary, setup.overlay);
    const outcomes = await checkTargets(due, { setup, files, jobs, onDone });
    const fresh = new Map(due.map(({ path }, index) => [path, outcomes[index]]));
    const all = targets.flatMap(({ path }) => fresh.get(path) ?? this.#before.get(path) ?? []);
    this.#before = new Map(targets.flatMap(({ path }, index) => (all[index] ? [[path, all[index]] as const] : [])));
    return all;
  }

  /** The URIs of all files on which something depends, also such as are not there. */
  dependencies(): ReadonlySet<string> {
    return new Set([...this.#before.values()].flatMap(({ what }) => (what.kind === 'entry' ? what.facts.dependencies : [])));
  }
}

function isDue(path: string, before: Outcome | undefined, changed: ReadonlySet<string>): boolean {
  if (!before || changed.has(uriOf(path))) return true;
  return before.what.kind === 'entry' && before.what.facts.dependencies.some((file) => changed.has(file));
}
