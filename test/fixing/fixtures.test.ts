import { describe, expect, it } from 'vitest';
import { faultOf } from './support/fixing-case.ts';
import { fixingFixtures } from './support/fixtures.ts';

describe.each(fixingFixtures())('$name', (fixture) => {
  it('is fixed as promised', async () => {
    expect(await faultOf(fixture)).toBe(undefined);
  });
});
