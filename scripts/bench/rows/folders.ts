import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Bench, Row } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { smallDescriptions, writeVariants } from '../inputs/folders.ts';
import { alternate } from '../measure/alternate.ts';
import { measureCheck } from '../measure/compare.ts';
import type { Usage } from '../measure/process.ts';
import { ratiosOf } from '../measure/statistics.ts';
import { peersFor } from '../peers/install.ts';
import { cliBundle } from '../repository.ts';

/** Thousands of descriptions in one call: speed, cores, memory. */
export const folders: Row = {
  id: 'folders',
  title: 'thousands of descriptions',
  async measure(bench) {
    const counts = bench.quick ? [10, 20, 40] : [500, 1000, 2000];
    bench.say(`thousands of descriptions: ${counts.join(', ')}`);
    const sized = counts.map((count) => {
      const folder = join(bench.scratch, `descriptions-${count}`);
      writeVariants(folder, count);
      return { count, folder };
    });
    const sides: Record<string, () => Promise<Usage>> = {};
    for (const { count, folder } of sized) sides[`of ${count}`] = () => measureCheck(folder);
    const beside = await spectralBeside(bench);
    if (beside) sides['spectral'] = beside.lint;
    const runs = await alternate(sides, bench);
    const [, middle] = sized as [Sized, Sized, Sized];
    return [
      throughput(middle, runs[`of ${middle.count}`] ?? [], beside, runs['spectral'] ?? []),
      await jobs(bench, middle),
      ...sized.map((each) => peak(each, runs[`of ${each.count}`] ?? [], runs[`of ${counts[0]}`] ?? [])),
    ];
  },
};

interface Sized {
  readonly count: number;
  readonly folder: string;
}

const inputOf = (count: number): string => `${count.toLocaleString('en')} variants of ${smallDescriptions().length} descriptions`;

/** Spectral on some of each kind: hundreds would take it many minutes. */
interface Beside {
  readonly name: string;
  readonly count: number;
  readonly lint: () => Promise<Usage>;
}

/** Undefined when Spectral is not to be measured; throws when it can't be installed. */
async function spectralBeside(bench: Bench): Promise<Beside | undefined> {
  if (!bench.peers) return undefined;
  const spectral = (await peersFor(bench)).present.find(({ name }) => name.startsWith('Spectral'));
  if (!spectral) throw new Error('Spectral could not be installed');
  const count = bench.quick ? 5 : 2 * smallDescriptions().length;
  const files = writeVariants(join(bench.scratch, 'descriptions-few'), count);
  return { name: `${spectral.name} on ${count}`, count, lint: () => spectral.lint(files) };
}

function throughput({ count }: Sized, runs: readonly Usage[], beside: Beside | undefined, floor: readonly Usage[]): Figure {
  const speeds = runs.map(({ wall }) => count / wall);
  const figure: Figure = {
    what: 'descriptions a second',
    input: inputOf(count),
    ours: { unit: '/s', by: 'median', values: speeds },
    must: { of: 'ratio', comparison: 'at least', limit: 20 },
  };
  if (!beside) return { ...figure, note: 'its ratio needs --peers: the floor is Spectral with only its 401 rule' };
  const floorSpeeds = floor.map(({ wall }) => beside.count / wall);
  return {
    ...figure,
    floor: { name: beside.name, sample: { unit: '/s', by: 'median', values: floorSpeeds } },
    ratios: ratiosOf(speeds, floorSpeeds),
  };
}

async function jobs(bench: Bench, { count, folder }: Sized): Promise<Figure> {
  const what = 'wall clock with --jobs 2';
  const input = inputOf(count);
  if (!execFileSync(process.execPath, [cliBundle, 'check', '--help'], { encoding: 'utf8' }).includes('--jobs'))
    return { what, input, note: 'this build has no --jobs' };
  if (cpus().length < 2) return { what, input, note: 'this machine has one core' };
  bench.say('thousands of descriptions: --jobs 1 and 2');
  const { one, two } = await alternate(
    { one: () => measureCheck('--jobs', '1', folder), two: () => measureCheck('--jobs', '2', folder) },
    bench,
  );
  const wall = (usages: readonly Usage[]): readonly number[] => usages.map((usage) => usage.wall);
  return {
    what,
    input,
    floor: { name: '--jobs 1', sample: { unit: 's', by: 'median', values: wall(one) } },
    ours: { unit: 's', by: 'median', values: wall(two) },
    ratios: ratiosOf(wall(two), wall(one)),
    must: { of: 'ratio', comparison: 'at most', limit: 0.7 },
  };
}

function peak({ count }: Sized, runs: readonly Usage[], least: readonly Usage[]): Figure {
  const peaks = (usages: readonly Usage[]): readonly number[] => usages.map((usage) => usage.peak);
  const figure: Figure = { what: 'peak memory', input: inputOf(count), ours: { unit: 'MB', by: 'median', values: peaks(runs) } };
  if (runs === least) return figure;
  return {
    ...figure,
    floor: { name: 'the fewest', sample: { unit: 'MB', by: 'median', values: peaks(least) } },
    ratios: ratiosOf(peaks(runs), peaks(least)),
    must: { of: 'ratio', comparison: 'at most', limit: 1.5 },
  };
}
