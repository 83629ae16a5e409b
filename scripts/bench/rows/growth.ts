import type { Bench, Row } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { type Corner, corners } from '../inputs/corners.ts';
import type { Format } from '../inputs/description.ts';
import { alternate } from '../measure/alternate.ts';
import { measureCheck } from '../measure/compare.ts';
import type { Usage } from '../measure/process.ts';
import { median } from '../measure/statistics.ts';

const limit = 2.2;

/** How time grows with the text: twice the text may take little more than twice the time. */
export const growth: Row = {
  id: 'growth',
  title: 'growth',
  async measure(bench) {
    const figures: Figure[] = [];
    for (const format of ['yaml', 'json'] as const) figures.push(...(await doublings(bench, format)));
    for (const corner of corners) figures.push(await measureCorner(bench, corner));
    return figures;
  },
};

/** CPU seconds of each file beyond what the linter needs for next to nothing, by the name of the side and by run. */
async function beyondStart(bench: Bench, files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, readonly number[]>>> {
  const nothing = bench.inputs.text('start-up.yaml', () => 'openapi: 3.1.0\ninfo: { title: Nothing, version: 1.0.0 }\npaths: {}\n').path;
  const sides: Record<string, () => Promise<Usage>> = { start: () => measureCheck(nothing) };
  for (const [side, file] of Object.entries(files)) sides[side] = () => measureCheck(file);
  const { start = [], ...results } = await alternate(sides, bench);
  // One start differs much from the next, and what is left of a small text is little.
  const startUp = median(start.map(({ cpu }) => cpu));
  return Object.fromEntries(
    Object.entries(results).map(([side, usages]) => [side, usages.map(({ cpu }) => Math.max(0.001, cpu - startUp))]),
  );
}

async function doublings(bench: Bench, format: Format): Promise<readonly Figure[]> {
  const sizes = bench.quick ? [0.1, 0.2] : [0.5, 1, 2, 4, 8, 16, 32];
  bench.say(`growth: ${format} of ${sizes.join(', ')} MB`);
  const files = Object.fromEntries(sizes.map((size) => [`${size} MB`, bench.inputs.generated(size * 1_000_000, format).path]));
  const times = await beyondStart(bench, files);
  const steps = sizes.slice(1).map((size, index) => [`${sizes[index]} MB`, `${size} MB`] as const);
  return steps.map(([small, large]) =>
    doubling(`growth, ${small} → ${large}`, `generated ${format.toUpperCase()}`, times[small] ?? [], times[large] ?? []),
  );
}

async function measureCorner(bench: Bench, { what, format, size, build }: Corner): Promise<Figure> {
  const counts = bench.quick ? [size / 20, size / 10] : [size, 2 * size];
  bench.say(`growth: ${what}, ${format}`);
  const name = (count: number) => `${what.replaceAll(' ', '-')}-${count}.${format}`;
  const [few = '', many = ''] = counts.map((count) => bench.inputs.text(name(count), () => build(count)).path);
  const times = await beyondStart(bench, { few, many });
  const numbers = counts.map((count) => count.toLocaleString('en')).join(' → ');
  return doubling(`corner, ${numbers} ${what}`, `generated ${format.toUpperCase()}`, times['few'] ?? [], times['many'] ?? []);
}

function doubling(what: string, input: string, small: readonly number[], large: readonly number[]): Figure {
  return {
    what,
    input,
    floor: { name: 'half of it', sample: { unit: 's', by: 'median', values: small } },
    ours: { unit: 's', by: 'median', values: large },
    ratios: large.map((value) => value / median(small)),
    must: { of: 'ratio', comparison: 'at most', limit },
  };
}
