/** The value below which this share of the values lies (nearest rank); NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The middle value, or the mean of both in the middle; NaN without values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Ours to the floor, run by run; a run that one side lacks is left out. */
export function ratiosOf(ours: readonly number[], floor: readonly number[]): readonly number[] {
  return ours.slice(0, floor.length).map((value, run) => value / (floor[run] as number));
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** NaN in all three without values. */
export function spread(values: readonly number[]): Spread {
  return { median: median(values), least: percentile(values, 0), most: percentile(values, 1) };
}
