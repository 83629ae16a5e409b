import { describe, expect, it } from 'vitest';
import { seededRandom } from '../support/random.ts';
import { realTwins, twinsOf } from './sources/twins.ts';
import { fixedValue } from './support/fixed-value.ts';
import { seed, timeout, wantedCases } from './support/size.ts';

describe('one description in two formats', () => {
  it('means the same after fixing', { timeout: timeout(wantedCases) }, async () => {
    const random = seededRandom(seed);
    let compared = 0;
    for (const text of realTwins(Math.ceil(wantedCases / 3), random)) {
      for (const preset of ['recommended', 'strict', 'all'] as const) {
        const values = [];
        for (const twin of twinsOf(text, random)) values.push(await fixedValue(twin, preset));
        compared++;
        const [first, ...others] = values;
        for (const other of others) expect(other, JSON.stringify(text)).toEqual(first);
      }
    }
    console.info(`${compared} descriptions fixed in two formats`);
    expect(compared).toBeGreaterThan(wantedCases / 8);
  });
});
