import { readFileSync } from 'node:fs';
import type { Bench } from '../bench.ts';
import type { Figure, Floor, Must, Sample } from '../figure.ts';
import { cliBundle } from '../repository.ts';
import { alternate } from './alternate.ts';
import { measureNode, type Usage } from './process.ts';
import { ratiosOf } from './statistics.ts';

/** Runs `auth-lint check`: findings are not a failure. */
export function measureCheck(...args: readonly string[]): Promise<Usage> {
  return measureNode([cliBundle, 'check', ...args], { good: [0, 1] });
}

export interface Comparison {
  readonly floorName: string;
  readonly ours: readonly Usage[];
  readonly floor: readonly Usage[];
}

/** Ours and the floor in turn, after the files were read once so that the disk plays no part. */
export async function compareUsage(
  bench: Bench,
  files: readonly string[],
  floorName: string,
  floor: () => Promise<Usage>,
  ours: () => Promise<Usage>,
): Promise<Comparison> {
  for (const file of files) readFileSync(file);
  return { floorName, ...(await alternate({ floor, ours }, bench)) };
}

/** One quantity of a comparison as a figure. */
export function usageFigure(
  what: string,
  input: string,
  comparison: Comparison,
  quantity: keyof Usage,
  limit: number | undefined,
  note?: string,
): Figure {
  const ours = comparison.ours.map((usage) => usage[quantity]);
  const floor = comparison.floor.map((usage) => usage[quantity]);
  return ratioFigure(what, input, quantity === 'peak' ? 'MB' : 's', { name: comparison.floorName, values: floor }, ours, limit, note);
}

/** A figure whose ratio to a floor is asked to be at most `limit`. */
export function ratioFigure(
  what: string,
  input: string,
  unit: Sample['unit'],
  floor: { readonly name: string; readonly values: readonly number[] },
  ours: readonly number[],
  limit: number | undefined,
  note?: string,
): Figure {
  const must: Must | undefined = limit === undefined ? undefined : { of: 'ratio', comparison: 'at most', limit };
  const beside: Floor = { name: floor.name, sample: { unit, by: 'median', values: floor.values } };
  return { what, input, floor: beside, ours: { unit, by: 'median', values: ours }, ratios: ratiosOf(ours, floor.values), must, note };
}
