import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { ownFiles } from '../../linter/index.ts';
import type { CheckWorkspaceResult } from '../protocol.ts';
import type { Session } from '../session.ts';
import { count } from '../status-reporter.ts';
import type { Sweep } from '../sweep.ts';
import { checkEntries, findEntries, type Progress } from './workspace-entries.ts';

/** Checks every description in the workspace folders; they stay checked, and what is found in closed files is pushed. */
export async function checkWorkspace(
  session: Session,
  sweep: Sweep,
  progress: Progress,
  token: CancellationToken,
): Promise<CheckWorkspaceResult> {
  progress.begin(l10n.t('Checking API descriptions'), 0, undefined, true);
  try {
    const entries = await findEntries(session, token);
    const checked = await checkEntries(session, entries, (percentage, message) => progress.report(percentage, message), token);
    const cancelled = token.isCancellationRequested;
    if (!cancelled) session.checker.holdOnly(new Set(checked));
    await sweep.now();
    return summary(session, checked, cancelled);
  } finally {
    progress.done();
  }
}

function summary({ checker }: Session, entries: readonly string[], cancelled: boolean): CheckWorkspaceResult {
  const results = entries.flatMap((entry) => checker.checked(entry)?.result ?? []);
  const files = new Set(results.flatMap(ownFiles));
  const configurations = results.flatMap(({ configuration }) => configuration ?? []);
  const findings = [...checker.findingsIn(new Set([...files, ...configurations])).values()].flat();
  return { entries: results.length, files: files.size, findings: count(findings), cancelled };
}
