import type { CancellationToken } from 'vscode-languageserver';
import { looksLikeEntry, ownFiles } from '../../linter/index.ts';
import type { CheckWorkspaceResult } from '../protocol.ts';
import { displayName, type Session } from '../session.ts';
import { breather, signalOf } from '../signal.ts';
import { count } from '../status-reporter.ts';
import type { Sweep } from '../sweep.ts';

/** Tells the client how far the check has come. */
export interface Progress {
  begin(title: string, percentage: number, message: string | undefined, cancellable: boolean): void;
  report(percentage: number, message: string): void;
  done(): void;
}

/** Checks every description in the workspace folders; they stay checked, and what is found in closed files is pushed. */
export async function checkWorkspace(
  session: Session,
  sweep: Sweep,
  progress: Progress,
  token: CancellationToken,
): Promise<CheckWorkspaceResult> {
  progress.begin('Checking API descriptions', 0, undefined, true);
  try {
    const files = await session.files.find([...session.folders.values()], token);
    const entries = await findEntries(session, [...new Set([...files, ...session.documents.uris()])], token);
    const checked = await checkEntries(session, entries, progress, token);
    const cancelled = token.isCancellationRequested;
    if (!cancelled) session.checker.holdOnly(new Set(checked));
    await sweep.now();
    return summary(session, checked, cancelled);
  } finally {
    progress.done();
  }
}

async function findEntries(session: Session, files: readonly string[], token: CancellationToken): Promise<readonly string[]> {
  const breathe = breather();
  const entries: string[] = [];
  for (const uri of files) {
    await breathe();
    if (token.isCancellationRequested) return [];
    if (await isEntry(session, uri)) entries.push(uri);
  }
  return entries;
}

/** Sniffs the text first, so that the linter keeps nothing of files that are no descriptions. */
async function isEntry(session: Session, uri: string): Promise<boolean> {
  const text = session.documents.get(uri)?.getText() ?? (await readText(session, uri));
  return text !== undefined && looksLikeEntry(text) && (await session.linter.isEntry(uri));
}

async function readText(session: Session, uri: string): Promise<string | undefined> {
  const result = await session.files.read(uri);
  return 'text' in result ? result.text : undefined;
}

async function checkEntries(
  session: Session,
  entries: readonly string[],
  progress: Progress,
  token: CancellationToken,
): Promise<readonly string[]> {
  const breathe = breather();
  const checked: string[] = [];
  await session.settings.load(entries);
  for (const entry of entries) {
    await breathe();
    if (token.isCancellationRequested) break;
    progress.report(
      Math.floor((checked.length / entries.length) * 100),
      `${checked.length + 1}/${entries.length} ${displayName(session, entry)}`,
    );
    session.checker.hold(entry);
    const isSettled = await session.checker.settleEntry(entry, signalOf(token));
    if (isSettled && session.checker.checked(entry)?.result.ignored !== true) checked.push(entry);
    else session.checker.release(entry);
  }
  return checked;
}

function summary({ checker }: Session, entries: readonly string[], cancelled: boolean): CheckWorkspaceResult {
  const results = entries.flatMap((entry) => checker.checked(entry)?.result ?? []);
  const files = new Set(results.flatMap(ownFiles));
  const configurations = results.flatMap(({ configuration }) => configuration ?? []);
  const findings = [...checker.findingsIn(new Set([...files, ...configurations])).values()].flat();
  return { entries: results.length, files: files.size, findings: count(findings), cancelled };
}
