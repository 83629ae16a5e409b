import { describe, it } from 'vitest';
import type { Format } from '../../linter/syntax/node.ts';
import { foundSequenceText, huntSequences, sequenceCounts } from './edits/hunt-sequences.ts';
import { editSequences } from './edits/sequences.ts';
import { seed, timeout, wantedTexts } from './support/size.ts';
import { take } from './support/take.ts';

const shares: Readonly<Record<Format, number>> = { yaml: 0.7, json: 0.3 };

describe.each(['yaml', 'json'] as const)('a %s text that is edited', (format) => {
  // A sequence is forty edits.
  const count = Math.ceil((wantedTexts * shares[format]) / 40);

  it('has the tree that it would have if it were read afresh', { timeout: timeout(count * 40) }, () => {
    const result = huntSequences(take(count, editSequences(format, seed)));
    console.info(sequenceCounts(`edited ${format}`, result));
    if (result.found.length > 0) throw new Error(`Edited and fresh trees differ:\n\n${result.found.map(foundSequenceText).join('\n\n')}\n`);
  });
});
