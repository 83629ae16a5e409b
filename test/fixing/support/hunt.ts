import type { PresetName } from '../../../linter/index.ts';
import { type Random, seededRandom } from '../../support/random.ts';
import { damaged } from '../damage/damage.ts';
import { type RealDescription, realDescriptions } from '../sources/real-descriptions.ts';
import { kindOfFault } from './fault-kind.ts';
import { type FixingCase, faultOf } from './fixing-case.ts';
import type { FixingFixture } from './fixtures.ts';
import { smallestCase } from './shrink-case.ts';

export interface HuntResult {
  readonly cases: number;
  readonly seconds: number;
  /** One of each kind, made small. */
  readonly found: readonly (FixingFixture & { readonly kind: string })[];
}

/** So many different faults are told at once; more of them are rarely of use. */
const most = 5;

const presets: readonly PresetName[] = ['recommended', 'strict', 'all'];
const ways: readonly FixingCase['how'][] = ['safe', 'safe', 'safe', 'safe', 'suggestions', 'each'];

/** Damages and fixes real descriptions, until there are so many or enough faults are found. */
export async function hunt(count: number, seed: number): Promise<HuntResult> {
  const started = Date.now();
  const descriptions = realDescriptions(Math.min(500, Math.ceil(count / 4)), seededRandom(seed));
  const found = new Map<string, HuntResult['found'][number]>();
  let cases = 0;
  for (; cases < count && found.size < most; cases++) {
    const failing = damagedCase(descriptions, seed, cases);
    const fault = await faultOf(failing);
    const kind = fault === undefined ? '' : kindOfFault(fault);
    if (fault === undefined || found.has(kind)) continue;
    found.set(kind, { ...(await smallestCase(failing, fault)), fault, kind });
  }
  return { cases, seconds: (Date.now() - started) / 1000, found: [...found.values()] };
}

/** One of the cases of a seed: the same for the same number. */
export function damagedCase(descriptions: readonly RealDescription[], seed: number, index: number): FixingCase {
  const random: Random = seededRandom(seed * 1_000_000_000 + index);
  const { entry, files } = damaged(random.pick(descriptions), random);
  return { description: { entry, files }, preset: random.pick(presets), how: random.pick(ways) };
}
