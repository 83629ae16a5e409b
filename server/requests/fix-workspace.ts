import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { type EntryResult, type FixOutcome, fixAll, groupSharing, ownFiles } from '../../linter/index.ts';
import { ruleAnnotation } from '../features/rule-annotation.ts';
import { workspaceEdit } from '../features/workspace-edit.ts';
import type { FixWorkspaceResult } from '../protocol.ts';
import { displayName, type Session } from '../session.ts';
import { breather, signalOf } from '../signal.ts';
import type { Sweep } from '../sweep.ts';
import { checkEntries, findEntries, type Progress } from './workspace-entries.ts';

/**
 * All safe fixes of every description in the workspace folders, as one edit that a person is to look over. The descriptions stay
 * checked: what is left shows, in closed files too.
 */
export async function fixWorkspace(
  session: Session,
  sweep: Sweep,
  progress: Progress,
  token: CancellationToken,
): Promise<FixWorkspaceResult> {
  progress.begin(l10n.t('Fixing API descriptions'), 0, undefined, true);
  try {
    const found = await findEntries(session, token);
    // Fixing takes about as long as checking.
    const entries = await checkEntries(session, found, (percentage, message) => progress.report(percentage / 2, message), token);
    if (token.isCancellationRequested) return { edit: null, entries: 0, fixes: 0, files: 0, cancelled: true };
    session.checker.holdOnly(new Set(entries));
    const outcomes = await fixEntries(session, entries, (percentage, message) => progress.report(50 + percentage / 2, message), token);
    // At once: positions are those of the texts as they are now.
    const result = answer(session, entries.length, outcomes, token.isCancellationRequested);
    await sweep.now();
    return result;
  } finally {
    progress.done();
  }
}

function answer({ facts, texts }: Session, entries: number, outcomes: readonly FixOutcome[], cancelled: boolean): FixWorkspaceResult {
  const files = outcomes.flatMap((outcome) => outcome.files).filter(({ edits }) => edits.length > 0);
  const fixes = outcomes.reduce((sum, { applied }) => sum + applied, 0);
  const isEmpty = cancelled || files.length === 0;
  const edit = isEmpty ? null : workspaceEdit(files, texts, facts, ruleAnnotation(true));
  return { edit, entries, fixes, files: files.length, cancelled };
}

/** Descriptions that are fixed together. */
type Group = readonly EntryResult[];

/** Fixes all, those together that share files, until nothing has changed meanwhile; nothing when cancelled. */
async function fixEntries(
  session: Session,
  entries: readonly string[],
  report: Progress['report'],
  token: CancellationToken,
): Promise<readonly FixOutcome[]> {
  const { checker } = session;
  const known = new KnownOutcomes();
  while (await checker.settle(signalOf(token))) {
    const { generation } = checker;
    const results = entries.flatMap((entry) => checker.checked(entry)?.result ?? []);
    await session.settings.load(results.flatMap(({ findings }) => findings.map(({ file }) => file)));
    let groups: readonly Group[] = groupSharing(results, ownFiles);
    for (;;) {
      await fixGroups(session, groups, known, report, token);
      if (token.isCancellationRequested) return [];
      // Two of them may want to make the same file: then they have to know of each other.
      const joined = groupSharing(groups, (group) => (known.get(group)?.files ?? []).map(({ file }) => file));
      if (joined.length === groups.length) break;
      groups = joined.map((several) => several.flat());
    }
    const outcomes = groups.flatMap((group) => known.get(group) ?? []);
    const edited = outcomes.flatMap(({ files }) => files.map(({ file }) => file));
    if (generation === checker.generation && (await checker.confirmClosed(edited))) return outcomes;
  }
  return [];
}

async function fixGroups(
  session: Session,
  groups: readonly Group[],
  known: KnownOutcomes,
  report: Progress['report'],
  token: CancellationToken,
): Promise<void> {
  const { facts, linter, settings } = session;
  const breathe = breather();
  for (const [index, group] of groups.entries()) {
    await breathe();
    if (token.isCancellationRequested) return;
    if (known.get(group)) continue;
    const [first = ''] = group.map(({ entry }) => entry);
    report(Math.floor((index / groups.length) * 100), `${index + 1}/${groups.length} ${displayName(session, first)}`);
    const scope = { isWanted: (file: string) => settings.get(file).enable, mayCreate: facts.createsFiles };
    const outcome = await fixAll(
      linter,
      group.map(({ entry }) => entry),
      scope,
    );
    known.set(group, outcome);
  }
}

/** What came of fixing groups: it holds for as long as what was found in them does. */
class KnownOutcomes {
  readonly #byFirst = new WeakMap<EntryResult, { readonly group: Group; readonly outcome: FixOutcome }>();

  get(group: Group): FixOutcome | undefined {
    const known = group[0] && this.#byFirst.get(group[0]);
    return known?.group.length === group.length && known.group.every((result, index) => result === group[index])
      ? known.outcome
      : undefined;
  }

  set(group: Group, outcome: FixOutcome): void {
    if (group[0]) this.#byFirst.set(group[0], { group, outcome });
  }
}
