import { describe, expect, it } from 'vitest';
import { nearest } from '../../../linter/text/distance.ts';

describe('the nearest of some names', () => {
  it.each([
    ['bearerAut', ['basicAuth', 'bearerAuth'], 'bearerAuth'],
    ['BEARERAUTH', ['bearerAuth'], 'bearerAuth'],
    ['missing-40', ['missing-401', 'missing-security'], 'missing-401'],
    ['ab', ['ac'], 'ac'],
    ['key', ['kye', 'keys'], 'keys'],
    ['same', ['sane', 'same'], 'same'],
    ['jwt', ['bearerAuth', 'basicAuth'], undefined],
    ['a', ['xyz'], undefined],
    ['anything', [], undefined],
    ['', ['', 'a'], ''],
  ])('to %s of %j is %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it('is the first of several that are as near', () => {
    expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  });

  it('is not looked for when the word is so long that it would take its time', () => {
    expect(nearest('a'.repeat(100), ['a'.repeat(99)])).toBe('a'.repeat(99));
    expect(nearest('a'.repeat(101), ['a'.repeat(101)])).toBeUndefined();
  });
});
