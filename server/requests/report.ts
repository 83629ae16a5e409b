import type { CancellationToken } from 'vscode-languageserver';
import { type CoveredEntry, coveredEntry, isChecked } from '../../linter/index.ts';
import { operationLinks, reportText } from '../features/report.ts';
import { steadyTexts } from '../features/texts.ts';
import type { ReportParams, ReportResult } from '../protocol.ts';
import { displayName, type Session } from '../session.ts';
import { signalOf } from '../signal.ts';
import type { Sweep } from '../sweep.ts';
import { checkWorkspace } from './check-workspace.ts';
import type { Progress } from './workspace-entries.ts';

/** The coverage of the descriptions that are checked; of all in the workspace when it is to be searched for them, and they stay checked. */
export async function report(
  session: Session,
  sweep: Sweep,
  params: ReportParams,
  progress: Progress,
  token: CancellationToken,
): Promise<ReportResult> {
  if (params.search) await checkWorkspace(session, sweep, undefined, progress, token);
  const isSettled = !token.isCancellationRequested && (await session.checker.settle(signalOf(token)));
  if (!isSettled) return { text: '', entries: 0, cancelled: true };
  const entries = coveredEntries(session, params);
  return { text: reportText(entries, params, session.facts.options.version ?? ''), entries: entries.length, cancelled: false };
}

/** Sorted by their names. */
function coveredEntries(session: Session, { links }: ReportParams): readonly CoveredEntry[] {
  const { checker, texts } = session;
  const options = { version: '', relative: (uri: string) => displayName(session, uri) };
  const covered = checker.entries().flatMap((entry) => {
    const result = checker.checked(entry)?.result;
    const data = result && isChecked(result) ? coveredEntry(result, options) : undefined;
    return data && result?.api ? { ...data, ...(links && { links: operationLinks(result.api, steadyTexts(texts)) }) } : [];
  });
  return covered.sort((a, b) => (a.entry.file < b.entry.file ? -1 : 1));
}
