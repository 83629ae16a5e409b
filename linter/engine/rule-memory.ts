import type { Settings } from '../config/settings.ts';
import type { Operation } from '../openapi/model.ts';
import type { Problem } from '../rules/support/rule.ts';

/** What one rule said of operations. */
export type SaidOfOperations = WeakMap<Operation, readonly Problem[]>;

/**
 * Keeps what rules said of operations from one check of a description to the next. It holds for the same operation object, which is a
 * new one when anything of it changes, and under the same settings.
 */
export class RuleMemory {
  #settings: Settings | undefined;
  readonly #said = new Map<string, SaidOfOperations>();

  /** What a rule said that is run with some options; `variant` tells these apart. */
  of(settings: Settings, rule: string, variant: number): SaidOfOperations {
    if (settings !== this.#settings) this.#said.clear();
    this.#settings = settings;
    const name = `${rule} ${variant}`;
    const known = this.#said.get(name) ?? new WeakMap();
    this.#said.set(name, known);
    return known;
  }
}
