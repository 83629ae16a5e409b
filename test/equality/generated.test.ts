import { describe, it } from 'vitest';
import type { Format } from '../../linter/syntax/node.ts';
import { seededRandom } from '../support/random.ts';
import { generatedTexts } from './sources/windows.ts';
import { hunt } from './support/hunt.ts';
import { expectNothing } from './support/report.ts';
import type { Sample } from './support/sample.ts';
import { seed, timeout, wantedTexts } from './support/size.ts';

function samples(format: Format, count: number): readonly Sample[] {
  return generatedTexts(format, count, seededRandom(seed)).map(({ text }, index) => ({
    format,
    text,
    from: `generator, seed ${seed}, text ${index}`,
    seed: index,
  }));
}

describe.each(['yaml', 'json'] as const)('generated %s texts', (format) => {
  const count = Math.min(20_000, Math.ceil(wantedTexts / 10));

  it('are read lazily as they are as a whole', { timeout: timeout(count) }, () => {
    expectNothing(`generated ${format}`, hunt(samples(format, count)));
  });
});
