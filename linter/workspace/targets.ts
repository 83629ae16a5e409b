import type { Place } from './place.ts';
import type { ReferenceProblem } from './resolver.ts';
import type { SourceFile } from './source-file.ts';

/** Where a reference's text leads from a file, references on the way apart. */
export type Outcome = { readonly place: Place } | { readonly problem: ReferenceProblem };

/** Where a text stands that is to lead somewhere: in a file, or in any file of a folder (its URI) when all of these mean the same by it. */
export type Base = SourceFile | string;

/** The text of references with what it leads to; the same object as long as that is the same. */
export interface Target {
  readonly base: Base;
  /** A file that has it. */
  readonly file: SourceFile;
  readonly text: string;
  outcome: Outcome;
  /** How many have read it. */
  users: number;
  /** True when it leads to something else than those think that have read it. */
  isStale: boolean;
}

/** What references led to while something was read: as long as none of it is stale, reading it again would give the same. */
export interface Reads {
  readonly targets: Set<Target>;
  /** True when something was read of which that can't be told. */
  isVolatile: boolean;
}

/** Remembers what references lead to: many have the same text. */
export class Targets {
  readonly #byBase = new Map<Base, Map<string, Target>>();

  find(base: Base, text: string): Target | undefined {
    return this.#byBase.get(base)?.get(text);
  }

  add(base: Base, file: SourceFile, text: string, outcome: Outcome): Target {
    const target: Target = { base, file, text, outcome, users: 0, isStale: false };
    const known = this.#byBase.get(base);
    if (known) known.set(text, target);
    else this.#byBase.set(base, new Map([[text, target]]));
    return target;
  }

  /** Somebody who has read all this needs it no more. */
  release({ targets }: Reads): void {
    for (const target of targets) {
      target.users--;
      if (target.users === 0) this.#drop(target);
    }
    targets.clear();
  }

  /** Looks again where everything leads that is still in use; undefined when that is not known yet. True when something is stale. */
  review(lookUp: (file: SourceFile, text: string) => Outcome | undefined): boolean {
    let anyStale = false;
    for (const target of this.all()) {
      const outcome = lookUp(target.file, target.text);
      if (outcome && isSame(target.outcome, outcome)) target.outcome = outcome;
      else {
        target.isStale = true;
        anyStale = true;
        this.#drop(target);
      }
    }
    return anyStale;
  }

  all(): readonly Target[] {
    return [...this.#byBase.values()].flatMap((byText) => [...byText.values()]);
  }

  #drop(target: Target): void {
    const byText = this.#byBase.get(target.base);
    if (byText?.get(target.text) !== target) return;
    byText.delete(target.text);
    if (byText.size === 0) this.#byBase.delete(target.base);
  }
}

export function noReads(): Reads {
  return { targets: new Set(), isVolatile: false };
}

/** Notes that somebody has read a target. */
export function noteRead({ targets }: Reads, target: Target): void {
  if (targets.has(target)) return;
  targets.add(target);
  target.users++;
}

/** True when what has read all this would read the same again. */
export function areFresh({ targets, isVolatile }: Reads): boolean {
  if (isVolatile) return false;
  for (const { isStale } of targets) if (isStale) return false;
  return true;
}

function isSame(a: Outcome, b: Outcome): boolean {
  if ('place' in a) return 'place' in b && a.place.node === b.place.node && a.place.file === b.place.file;
  return 'problem' in b && JSON.stringify(a.problem) === JSON.stringify(b.problem);
}
