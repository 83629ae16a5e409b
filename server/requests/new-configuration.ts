import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { configurationNames, type EntryResult, initialConfiguration } from '../../linter/index.ts';
import { folderUri } from '../client-facts.ts';
import type { NewConfigurationParams, NewConfigurationResult } from '../protocol.ts';
import { displayName, type Session } from '../session.ts';
import { breather, signalOf } from '../signal.ts';
import { findEntries, type Progress } from './workspace-entries.ts';

/** What a new configuration file of a folder says, after a look at the descriptions there; where one is already, that it is. */
export async function newConfiguration(
  session: Session,
  { folder }: NewConfigurationParams,
  progress: Progress,
  token: CancellationToken,
): Promise<NewConfigurationResult> {
  const names = configurationNames.map((name) => `${folderUri(folder)}/${name}`);
  for (const uri of names) if (await isThere(session, uri)) return { uri: session.documents.clientUri(uri) };
  progress.begin(l10n.t('Looking at API descriptions'), 0, undefined, true);
  try {
    const results = await checkBelow(session, folder, progress, token);
    const [uri = ''] = names;
    return token.isCancellationRequested ? null : { uri, text: initialConfiguration(results) };
  } finally {
    progress.done();
  }
}

async function isThere({ documents, files }: Session, uri: string): Promise<boolean> {
  // Editors keep documents for a while that nobody sees, of files that are gone, too.
  if (documents.isSeen(uri)) return true;
  const result = await files.read(uri);
  return !('problem' in result && result.problem === 'missing');
}

/** Checks the descriptions for which the new file will count; those that nobody wanted checked before are forgotten again. */
async function checkBelow(session: Session, folder: string, progress: Progress, token: CancellationToken): Promise<readonly EntryResult[]> {
  const { checker, linter, settings } = session;
  const found = await findEntries(session, token, [folder]);
  const entries = found.filter((entry) => entry.startsWith(`${folderUri(folder)}/`));
  const breathe = breather();
  const results: EntryResult[] = [];
  await settings.load(entries);
  for (const [index, entry] of entries.entries()) {
    await breathe();
    if (token.isCancellationRequested) break;
    progress.report(Math.floor((index / entries.length) * 100), `${index + 1}/${entries.length} ${displayName(session, entry)}`);
    const result = await linter.check(entry, signalOf(token));
    if (result && result.configuration === undefined) results.push(result);
    if (!checker.isEntry(entry)) linter.forget(entry);
  }
  return results;
}
