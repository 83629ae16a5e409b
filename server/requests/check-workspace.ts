import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { compactLine, type Finding, ownFiles, plainFinding } from '../../linter/index.ts';
import type { CheckWorkspaceParams, CheckWorkspaceResult } from '../protocol.ts';
import { pathName, type Session } from '../session.ts';
import { count } from '../status-reporter.ts';
import type { Sweep } from '../sweep.ts';
import { checkEntries, findEntries, type Progress } from './workspace-entries.ts';

/** Checks every description in the workspace folders; they stay checked, and what is found in closed files is pushed. */
export async function checkWorkspace(
  session: Session,
  sweep: Sweep,
  params: CheckWorkspaceParams | undefined,
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
    return summary(session, checked, cancelled, params?.lines === true);
  } finally {
    progress.done();
  }
}

function summary(session: Session, entries: readonly string[], cancelled: boolean, withLines: boolean): CheckWorkspaceResult {
  const { checker } = session;
  const results = entries.flatMap((entry) => checker.checked(entry)?.result ?? []);
  const files = new Set(results.flatMap(ownFiles));
  const configurations = results.flatMap(({ configuration }) => configuration ?? []);
  const findings = [...checker.findingsIn(new Set([...files, ...configurations])).values()].flat();
  return {
    ...{ entries: results.length, files: files.size, findings: count(findings), cancelled },
    ...(withLines && { lines: compactLines(session, findings) }),
  };
}

function compactLines(session: Session, findings: readonly Finding[]): readonly string[] {
  const named = findings.map((finding) => ({ name: pathName(session, finding.file), finding }));
  named.sort((a, b) => compare(a.name, b.name) || a.finding.range.start - b.finding.range.start);
  return named.map(({ name, finding }) => compactLine(name, plainFinding(finding, session.texts.lines, false)));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
