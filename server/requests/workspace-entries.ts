import type { CancellationToken } from 'vscode-languageserver';
import { looksLikeEntry } from '../../linter/index.ts';
import { displayName, type Session } from '../session.ts';
import { breather, signalOf } from '../signal.ts';

/** Tells the client how far work has come. */
export interface Progress {
  begin(title: string, percentage: number, message: string | undefined, cancellable: boolean): void;
  report(percentage: number, message: string): void;
  done(): void;
}

/** Finds the descriptions in some folders, without a choice those of the workspace, and those that somebody sees; none when cancelled. */
export async function findEntries(
  session: Session,
  token: CancellationToken,
  folders: readonly string[] = [...session.folders.values()],
): Promise<readonly string[]> {
  const files = await session.files.find(folders, token);
  const breathe = breather();
  const entries: string[] = [];
  // Editors keep documents for a while that nobody sees, of files that are gone, too.
  const open = session.documents.uris().filter((uri) => session.documents.isSeen(uri));
  for (const uri of new Set([...files, ...open])) {
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

/** Checks entries, of which those that are not ignored stay checked. Returns them; those until it was cancelled, at most. */
export async function checkEntries(
  session: Session,
  entries: readonly string[],
  report: Progress['report'],
  token: CancellationToken,
): Promise<readonly string[]> {
  const breathe = breather();
  const checked: string[] = [];
  await session.settings.load(entries);
  for (const entry of entries) {
    await breathe();
    if (token.isCancellationRequested) break;
    report(Math.floor((checked.length / entries.length) * 100), `${checked.length + 1}/${entries.length} ${displayName(session, entry)}`);
    session.checker.hold(entry);
    const isSettled = await session.checker.settleEntry(entry, signalOf(token));
    if (isSettled && session.checker.checked(entry)?.result.ignored !== true) checked.push(entry);
    else session.checker.release(entry);
  }
  return checked;
}
