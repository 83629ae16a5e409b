// `npm run fuzz:syntax -- --seconds 300 --seed 7`: reads changed and edited texts in both ways until time is up. Differences are made
// small, told, and kept in fixtures/found.
import { parseArgs } from 'node:util';
import type { Format } from '../../linter/syntax/node.ts';
import { foundSequenceText, huntSequences, sequenceCounts } from './edits/hunt-sequences.ts';
import { editSequences } from './edits/sequences.ts';
import { mutants } from './sources/mutants.ts';
import { keepFound } from './support/fixtures.ts';
import { hunt } from './support/hunt.ts';
import { countsText, foundText } from './support/report.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
});
const seed = Number(values.seed);

/** Hunts for a share of the time; gives how many differences there are. */
const hunts: readonly (readonly [share: number, (until: number) => number])[] = [
  [0.4, (until) => changed('yaml', until)],
  [0.15, (until) => changed('json', until)],
  [0.3, (until) => edited('yaml', until)],
  [0.15, (until) => edited('json', until)],
];

function changed(format: Format, until: number): number {
  const result = hunt(mutants(format, seed), until);
  console.log(countsText(`changed ${format}`, result));
  for (const found of result.found) {
    const { text, sample, difference } = found;
    const file = keepFound({ format: sample.format, seed: sample.seed, texts: [text], difference });
    console.log(`\n${foundText(found)}\n    kept as ${file}\n`);
  }
  return result.found.length;
}

function edited(format: Format, until: number): number {
  const result = huntSequences(editSequences(format, seed), until);
  console.log(sequenceCounts(`edited ${format}`, result));
  for (const found of result.found) {
    const { format: readAs, texts, seed: told } = found.sequence;
    const file = keepFound({ format: readAs, seed: told, texts, difference: found.difference });
    console.log(`\n${foundSequenceText(found)}\n    kept as ${file}\n`);
  }
  return result.found.length;
}

console.log(`seed ${seed}, ${values.seconds} seconds`);
const found = hunts.map(([share, work]) => work(Date.now() + share * Number(values.seconds) * 1000));
process.exitCode = found.some((count) => count > 0) ? 1 : 0;
