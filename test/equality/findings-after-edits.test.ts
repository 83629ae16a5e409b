import { describe, expect, it } from 'vitest';
import type { Choices, EntryResult, Finding } from '../../linter/index.ts';
import { corpusEntries, corpusLinter, corpusSize, corpusText, corpusUri } from '../support/corpus.ts';
import { seededRandom } from '../support/random.ts';
import { afterEdits } from './edits/sequences.ts';
import { formatOf } from './support/compare.ts';
import { seed, timeout, wantedTexts } from './support/size.ts';

/** Descriptions that are read anew in no time, some of them in several files. */
const small = corpusEntries.map(({ entry }) => entry).filter((entry) => corpusSize(entry) < 45_000);
const allRules: Choices = { preset: 'all', rules: new Map() };

/** A check takes longer than a comparison of trees. */
const sequences = Math.max(1, Math.round(wantedTexts / 40 / 4 / small.length));

/** Everything of a finding that somebody may see, the edits of its fixes included. */
function seen(finding: Finding): unknown {
  const fixes = finding.fixes.map((fix) => ({ ...fix, edits: fix.edits() }));
  return { ...finding, fixes };
}

function said({ findings, suppressed, usedSuppressions, files }: EntryResult): unknown {
  return { findings: findings.map(seen), suppressed: suppressed.map(seen), usedSuppressions, files: [...files].sort() };
}

describe('a description that is edited has the findings that it would have if it were checked afresh', () => {
  it.each(small)('%s', { timeout: timeout(sequences * 200) }, async (entry) => {
    const uri = corpusUri(entry);
    for (let sequence = 0; sequence < sequences; sequence++) {
      const random = seededRandom(seed * 10_000 + sequence);
      const linter = corpusLinter(undefined, undefined, allRules);
      for (const [step, text] of afterEdits(corpusText(entry), formatOf(entry), random).entries()) {
        linter.openDocument(uri, text, step);
        // Not every state is looked at: what is remembered may be older than one edit.
        if (random.chance(0.3)) continue;
        const fresh = corpusLinter(undefined, undefined, allRules);
        fresh.openDocument(uri, text, step);
        const [after, expected] = [await linter.check(uri), await fresh.check(uri)];
        expect(after && said(after), `sequence ${sequence}, step ${step}`).toEqual(expected && said(expected));
      }
    }
  });
});
