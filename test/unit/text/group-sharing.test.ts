import { describe, expect, it } from 'vitest';
import { groupSharing } from '../../../linter/text/group-sharing.ts';

describe('items are grouped by what they share', () => {
  it('directly or through others, in their order', () => {
    expect(groupSharing(['ab', 'c', 'de', 'bd', 'f', 'fc'], (item) => item)).toEqual([
      ['ab', 'de', 'bd'],
      ['c', 'f', 'fc'],
    ]);
  });

  it('or stand alone', () => {
    expect(groupSharing(['', 'a', ''], (item) => item)).toEqual([[''], ['a'], ['']]);
    expect(groupSharing([], () => [])).toEqual([]);
  });

  it('however long the chain is', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => index);
    expect(groupSharing(chain, (index) => [`${index}`, `${index + 1}`])).toHaveLength(1);
  });
});
