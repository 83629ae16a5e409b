import { type EntryResult, type Finding, type Fix, type FixClaim, usableFixes } from '../../linter/index.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';

/**
 * So much text (UTF-16 code units) is checked again for one menu: fixes of larger descriptions are offered unproved, and proved when one
 * of them is chosen.
 */
const mostTextForMenu = 300_000;

/** The fixes of these findings that don't do what they claim, as far as that is found out before they are offered. */
export async function failedFixes(session: Session, findings: readonly Finding[], signal: Signal): Promise<ReadonlySet<Fix>> {
  const failed = new Set<Fix>();
  let left = mostTextForMenu;
  // All at once: during a proof results may be replaced by others, to which these fixes would not belong.
  const claims = findings.flatMap((finding) => usableFixes(finding).map((fix) => ({ finding, fix })));
  const subjects = claims.map((claim) => ({ claim, results: concernedResults(session, claim) }));
  for (const { claim, results } of subjects) {
    const known = session.prover.recall(claim.fix, results);
    if (!known) left -= textLength(session, results, left);
    const verdict = known ?? (left >= 0 ? await session.prover.prove(claim, results, signal) : undefined);
    if (verdict?.holds === false) failed.add(claim.fix);
  }
  return failed;
}

/** What was found in the checked entries that reach the file of a finding, or one that its fix edits: on this its proof rests. */
export function concernedResults({ checker }: Session, { finding, fix }: FixClaim): readonly EntryResult[] {
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
      if (!seen.has(uri)) length += linter.lastSeen(uri)?.text.length ?? 0;
      seen.add(uri);
    }
  }
  return length;
}
