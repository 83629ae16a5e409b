import { describe, expect, it } from 'vitest';
import { PairMap } from '../../../linter/text/pair-map.ts';

describe('a map of pairs', () => {
  it('has one value for a pair, in the order in which pairs came first', () => {
    const map = new PairMap<string, number, string>();
    map.set('a', 1, 'first');
    map.set('b', 1, 'second');
    map.set('a', 2, 'third');
    map.set('a', 1, 'changed');
    expect(map.values()).toEqual(['changed', 'second', 'third']);
    expect(map.get('a', 1)).toBe('changed');
    expect(map.get('b', 2)).toBe(undefined);
    expect([map.has('a', 2), map.has('c', 1)]).toEqual([true, false]);
  });
});
