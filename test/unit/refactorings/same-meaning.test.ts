import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryResult, Refactoring } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';
import { graveFindings, reportOf, textsOf401s } from '../../support/same-meaning.ts';
import { descriptions } from '../support/description-texts.ts';

describe('extracting and inlining, anywhere in a random description', () => {
  it('changes neither what the report says nor which errors and warnings there are', async () => {
    await fc.assert(
      fc.asyncProperty(descriptions, fc.nat(), async (files, choice) => {
        const memory = new MemoryFiles(files);
        const before = await memory.check('openapi.yaml');
        const found = (await refactoringsEverywhere(memory)).filter(({ kind }) => kind !== 'rewrite');
        const refactoring = found[choice % found.length];
        if (!refactoring) return;
        const edits = refactoring.edits();
        const [report, texts401] = [reportOf(before), textsOf401s(before)];
        const texts = [...memory.texts.values()].join('\n=====\n');
        expect(edits, `${refactoring.title}\n${texts}`).not.toEqual([]);
        memory.apply(edits);
        const after = await memory.check('openapi.yaml');
        const written = `${refactoring.title}\n${texts}\n>>>>>\n${[...memory.texts.values()].join('\n=====\n')}`;
        expect(reportOf(after), written).toEqual(report);
        // What several operations share has the gravest severity that any of them has.
        const shared = refactoring.kind === 'extract' ? textsOf401s(after) : texts401;
        expect(graveFindings(after, shared), written).toEqual(graveFindings(before, shared));
      }),
      { seed: 403, numRuns: 200 },
    );
  });
});

describe('a rewriting, anywhere in a random description', () => {
  it('does what its title says to so many operations, and brings no error', async () => {
    await fc.assert(
      fc.asyncProperty(descriptions, fc.nat(), async (files, choice) => {
        const memory = new MemoryFiles(files);
        const before = await memory.check('openapi.yaml');
        const found = (await refactoringsEverywhere(memory)).filter(({ kind }) => kind === 'rewrite');
        const refactoring = found[choice % found.length];
        if (!refactoring) return;
        const texts = [...memory.texts.values()].join('\n=====\n');
        memory.apply(refactoring.edits());
        const after = await memory.check('openapi.yaml');
        const written = `${refactoring.title}\n${texts}\n>>>>>\n${[...memory.texts.values()].join('\n=====\n')}`;
        expect(changedBy(before, after), written).toBe(Number(/\b\d+(?= operations)/.exec(refactoring.title)?.[0]));
        expect(errorsIn(after), written).toEqual(errorsIn(before));
      }),
      { seed: 406, numRuns: 200 },
    );
  });
});

/** How many operations have come to say another thing of their security or their 401. */
function changedBy(before: EntryResult, after: EntryResult): number {
  const statesOf = ({ api }: EntryResult) =>
    (api?.operations ?? []).map(({ security, unauthorized }) => `${security.state} ${unauthorized.cover}`);
  const now = statesOf(after);
  return statesOf(before).filter((state, index) => state !== now[index]).length;
}

function errorsIn({ findings }: EntryResult): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

/** What is offered at each key of the files. */
async function refactoringsEverywhere(memory: MemoryFiles): Promise<readonly Refactoring[]> {
  const found: Refactoring[] = [];
  for (const [file, text] of memory.texts) {
    for (const { index } of text.matchAll(/['"]?[\w/]+['"]?:/g)) {
      found.push(...(await memory.linter.refactorings(uriOf('openapi.yaml'), { file, range: { start: index, end: index } })));
    }
  }
  return found;
}
