import { describe, expect, it } from 'vitest';
import { seededRandom } from '../support/random.ts';
import { realDescriptions } from './sources/real-descriptions.ts';
import { keepCase } from './support/fixtures.ts';
import { damagedCase, hunt } from './support/hunt.ts';
import { isLongLook, seed, timeout, wantedCases } from './support/size.ts';

describe('real descriptions, in which what is about authentication was removed or broken', () => {
  it('are fixed as promised', { timeout: timeout(wantedCases) }, async () => {
    const { cases, seconds, found } = await hunt(wantedCases, seed);
    console.info(`${cases} damaged descriptions fixed in ${seconds.toFixed(1)} s`);
    const told = found.map(({ kind, ...each }) => {
      const kept = isLongLook ? ` (kept as ${keepCase(each, kind)})` : '';
      return `${each.fault}${kept}\n    ${JSON.stringify(each.description)} ${each.preset} ${each.how}`;
    });
    expect(told.join('\n\n')).toBe('');
  });

  it('are the same at every run', () => {
    const cases = () => {
      const descriptions = realDescriptions(5, seededRandom(seed));
      return Array.from({ length: 20 }, (_, index) => damagedCase(descriptions, seed, index));
    };
    expect(cases()).toEqual(cases());
  });
});
