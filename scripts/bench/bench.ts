import type { Figure } from './figure.ts';
import type { Inputs } from './inputs/inputs.ts';

/** What every row is given. */
export interface Bench {
  /** How often each side of a comparison runs. */
  readonly runs: number;
  /** True for a smoke run: small inputs, few repetitions, figures that mean nothing. */
  readonly quick: boolean;
  /** True when other tools are to be installed and measured, too. */
  readonly peers: boolean;
  /** How long one comparison may take before it stops with what it has, in milliseconds. */
  readonly patience: number;
  /** A folder for files of this run. */
  readonly scratch: string;
  readonly inputs: Inputs;
  /** Tells a person how far the run is. */
  say(message: string): void;
}

/** One row of the table of budgets; it throws when it can't measure. */
export interface Row {
  readonly id: string;
  readonly title: string;
  measure(bench: Bench): Promise<readonly Figure[]>;
}
