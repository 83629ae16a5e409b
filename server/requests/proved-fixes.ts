import { type EntryResult, type Finding, type Fix, type FixClaim, usableFixes, type Verdict } from '../../linter/index.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';

/**
 * So much text (UTF-16 code units) is checked again for one menu: fixes of larger descriptions are offered unproved, and proved when one
 * of them is chosen.
 */
const mostTextForMenu = 500_000;

/** The fixes of these findings that don't do what they claim, as far as that is found out before they are offered. */
export async function failedFixes(session: Session, findings: readonly Finding[], signal: Signal): Promise<ReadonlySet<Fix>> {
  const failed = new Set<Fix>();
  let left = mostTextForMenu;
  for (const finding of findings) {
    for (const fix of usableFixes(finding)) {
      const results = concernedResults(session, { finding, fix });
      const known = session.prover.recall(fix, results);
      if (!known) left -= textLength(session, results, left);
      const verdict = known ?? (left >= 0 ? await session.prover.prove({ finding, fix }, results, signal) : undefined);
      if (verdict?.holds === false) failed.add(fix);
    }
  }
  return failed;
}

/** Whether a fix does what it claims; undefined when the signal aborted, or texts changed meanwhile. */
export async function proveFix(session: Session, claim: FixClaim, signal: Signal): Promise<Verdict | undefined> {
  return await session.prover.prove(claim, concernedResults(session, claim), signal);
}

/** What was found in the checked entries that reach the file of a finding, or one that its fix edits. */
function concernedResults({ checker }: Session, { finding, fix }: FixClaim): readonly EntryResult[] {
  const files = new Set([finding.file, ...fix.edits().map(({ file }) => file)]);
  const entries = new Set([...files].flatMap((file) => checker.reaching(file)));
  return [...entries].flatMap((entry) => checker.checked(entry)?.result ?? []);
}

/** How long the texts are that the entries read, those that several read once; of more than `most` it is not known how much. */
function textLength({ linter }: Session, results: readonly EntryResult[], most: number): number {
  const seen = new Set<string>();
  let length = 0;
  for (const { files } of results) {
    for (const uri of files) {
      if (length > most) return length;
      if (!seen.has(uri)) length += linter.file(uri)?.text.length ?? 0;
      seen.add(uri);
    }
  }
  return length;
}
