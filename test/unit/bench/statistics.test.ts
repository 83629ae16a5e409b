import { describe, expect, it } from 'vitest';
import { alternate } from '../../../scripts/bench/measure/alternate.ts';
import { median, percentile, ratiosOf, spread } from '../../../scripts/bench/measure/statistics.ts';

describe('statistics', () => {
  it('has the middle of odd and even numbers of values, in any order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 2, 4, 1])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('has percentiles by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 50, 95, 100]);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('has ratios run by run', () => {
    expect(ratiosOf([4, 9, 1], [2, 3])).toEqual([2, 3]);
    expect(spread([2, 3, 10])).toEqual({ median: 3, least: 2, most: 10 });
  });
});

describe('alternating runs', () => {
  it('takes turns', async () => {
    const order: string[] = [];
    const side = (name: string) => async () => order.push(name);
    const results = await alternate({ a: side('a'), b: side('b') }, { runs: 2, patience: 1e9 });
    expect(order).toEqual(['a', 'b', 'a', 'b']);
    expect(results).toEqual({ a: [1, 3], b: [2, 4] });
  });

  it('does the first round even without patience', async () => {
    const { a } = await alternate({ a: async () => 1 }, { runs: 5, patience: 0 });
    expect(a).toEqual([1]);
  });
});
