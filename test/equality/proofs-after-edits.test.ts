import { describe, expect, it } from 'vitest';
import {
  type Choices,
  type EntryResult,
  type Finding,
  type Fix,
  type Linter,
  Prover,
  usableFixes,
  type Verdict,
} from '../../linter/index.ts';
import { corpusEntries, corpusLinter, corpusSize, corpusText, corpusUri } from '../support/corpus.ts';
import { type Random, seededRandom } from '../support/random.ts';
import { afterEdits } from './edits/sequences.ts';
import { formatOf } from './support/compare.ts';
import { seed, timeout, wantedTexts } from './support/size.ts';

const small = corpusEntries.map(({ entry }) => entry).filter((entry) => corpusSize(entry) < 45_000);
const allRules: Choices = { preset: 'all', rules: new Map() };

/** A proof on a new copy takes as long as two checks. */
const sequences = Math.max(1, Math.round(wantedTexts / 200 / 4 / small.length));

const never = { aborted: false };

/** Some fixes of a description with their findings. */
function someFixes({ findings }: EntryResult, random: Random): readonly (readonly [Finding, Fix])[] {
  const all = findings.flatMap((finding) => usableFixes(finding).map((fix) => [finding, fix] as const));
  return all.length === 0 ? [] : [random.pick(all), random.pick(all)];
}

async function verdict(prover: Prover, linter: Linter, uri: string, subject: readonly [Finding, Fix]): Promise<Verdict | undefined> {
  const [finding, fix] = subject;
  const result = await linter.check(uri);
  return result && (await prover.prove({ finding, fix }, [result], never));
}

describe('what is proved of fixes while a description is edited is what a look at it afresh proves', () => {
  it.each(small)('%s', { timeout: timeout(sequences * 400) }, async (entry) => {
    const uri = corpusUri(entry);
    for (let sequence = 0; sequence < sequences; sequence++) {
      const random = seededRandom(seed * 20_000 + sequence);
      // Of broken texts many fixes fail their proof, which is logged.
      const linter = corpusLinter(undefined, undefined, allRules, () => undefined);
      const kept = new Prover(linter);
      for (const [step, text] of afterEdits(corpusText(entry), formatOf(entry), random).entries()) {
        linter.openDocument(uri, text, step);
        const result = random.chance(0.4) ? await linter.check(uri) : undefined;
        for (const subject of result ? someFixes(result, random) : []) {
          const known = await verdict(kept, linter, uri, subject);
          const afresh = await verdict(new Prover(linter), linter, uri, subject);
          expect(known, `sequence ${sequence}, step ${step}, ${subject[0].rule}, ${subject[1].title}`).toEqual(afresh);
          expect(known).toBeDefined();
        }
      }
    }
  });
});
