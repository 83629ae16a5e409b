import { describe, it } from 'vitest';
import type { Format } from '../../linter/syntax/node.ts';
import { corpusFiles, corpusSize, corpusText } from '../support/corpus.ts';
import { formatOf } from './support/compare.ts';
import { hunt } from './support/hunt.ts';
import { expectNothing } from './support/report.ts';
import type { Sample } from './support/sample.ts';
import { isLongLook, timeout } from './support/size.ts';

/** In bytes. Larger files take half a minute together: they wait for a long look. */
const largest = isLongLook ? Number.POSITIVE_INFINITY : 700_000;

function* samples(format: Format): Generator<Sample> {
  for (const [index, path] of corpusFiles().entries()) {
    if (formatOf(path) === format && corpusSize(path) <= largest) yield { format, text: corpusText(path), from: path, seed: index };
  }
}

describe.each(['yaml', 'json'] as const)('the %s files of the corpus', (format) => {
  it('are read lazily as they are as a whole', { timeout: timeout(5000) }, () => {
    expectNothing(`corpus, ${format}`, hunt(samples(format)));
  });
});
