// What a row of the benchmark says, as plain data: the table and the JSON are translations of it.

/** Times are CPU seconds (`s`) unless the figure says otherwise, or milliseconds; sizes are in 1,000s. */
export type Unit = 's' | 'ms' | 'MB' | 'kB' | '/s' | '%';

export interface Sample {
  readonly unit: Unit;
  readonly values: readonly number[];
  /** What stands for the sample: the median, or for many short times the 95th percentile. */
  readonly by: 'median' | 'p95';
}

/** What the project asks of itself. */
export interface Must {
  /** What is compared: the ratio to the floor, or our own value. */
  readonly of: 'ratio' | 'ours';
  readonly comparison: 'at most' | 'at least';
  readonly limit: number;
}

export interface Floor {
  /** What was measured beside ours. */
  readonly name: string;
  readonly sample: Sample;
}

export interface Figure {
  readonly what: string;
  /** The text or the folder that was measured, in words. */
  readonly input?: string | undefined;
  readonly floor?: Floor | undefined;
  readonly ours?: Sample | undefined;
  /** Ours to the floor, run by run. */
  readonly ratios?: readonly number[] | undefined;
  /** Nothing is asked of a figure without. */
  readonly must?: Must | undefined;
  readonly note?: string | undefined;
  /** True when it is measured once, however many runs were asked for. */
  readonly once?: boolean | undefined;
  /** What other tools need for the same, by name. */
  readonly peers?: Readonly<Record<string, string>> | undefined;
}

export interface RowResult {
  readonly row: string;
  readonly commit: string;
  readonly runs: number;
  readonly quick: boolean;
  readonly figures: readonly Figure[];
  /** Why the row could not be measured, if so. */
  readonly problem?: string | undefined;
}
