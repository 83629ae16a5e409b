import type { Settings } from '../config/settings.ts';
import type { Operation } from '../openapi/model.ts';
import type { Problem } from '../rules/support/rule.ts';

/** What one rule found of operations. */
export interface FoundOfOperations {
  /** What it said. */
  readonly said: WeakMap<Operation, readonly Problem[]>;
  /** What it wanted to be remembered. */
  readonly facts: WeakMap<Operation, { readonly value: unknown }>;
}

export function nothingFoundYet(): FoundOfOperations {
  return { said: new WeakMap(), facts: new WeakMap() };
}

/**
 * Keeps what rules said of operations from one check of a description to the next. It holds for the same operation object, which is a
 * new one when anything of it changes, and under the same settings.
 */
export class RuleMemory {
  #settings: Settings | undefined;
  readonly #found = new Map<string, FoundOfOperations>();

  /** What a rule found that is run with some options; `variant` tells these apart. */
  of(settings: Settings, rule: string, variant: number): FoundOfOperations {
    if (settings !== this.#settings) this.#found.clear();
    this.#settings = settings;
    const name = `${rule} ${variant}`;
    const known = this.#found.get(name) ?? nothingFoundYet();
    this.#found.set(name, known);
    return known;
  }
}
