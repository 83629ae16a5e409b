import { describe, expect, it } from 'vitest';
import type { Format } from '../../linter/syntax/node.ts';
import { mutants } from './sources/mutants.ts';
import { hunt } from './support/hunt.ts';
import { expectNothing } from './support/report.ts';
import { seed, timeout, wantedTexts } from './support/size.ts';
import { take } from './support/take.ts';

/** YAML has more ways to go wrong. */
const shares: Readonly<Record<Format, number>> = { yaml: 0.7, json: 0.3 };

describe.each(['yaml', 'json'] as const)('changed %s texts', (format) => {
  const count = Math.ceil(wantedTexts * shares[format]);

  it('are read lazily as they are as a whole', { timeout: timeout(count) }, () => {
    expectNothing(`changed ${format}`, hunt(take(count, mutants(format, seed))));
  });

  it('are the same at every run', () => {
    expect([...take(50, mutants(format, seed))]).toEqual([...take(50, mutants(format, seed))]);
  });
});
