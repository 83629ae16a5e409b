import { l10n, window, workspace } from 'vscode';
import { type CheckFileResult, type FileParams, methods } from '../../../server/protocol.ts';
import { countsText } from '../../counts-text.ts';
import type { Server } from '../../server.ts';
import { currentDocument } from '../current-document.ts';

/** Checks the file in the active editor and says what was found. */
export async function checkFile(server: Server): Promise<void> {
  const document = currentDocument();
  if (!document) {
    void window.showInformationMessage(l10n.t('Open an API description first.'));
    return;
  }
  const client = await server.start();
  if (!client) return;
  const params: FileParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const result = await client.sendRequest<CheckFileResult>(methods.checkFile, params);
  void window.showInformationMessage(message(workspace.asRelativePath(document.uri), result));
}

function message(name: string, { role, enabled, ignoredBy, entries, counts, milliseconds }: CheckFileResult): string {
  if (role === 'none') return l10n.t('{0} is no API description, and no description that was checked refers to it.', name);
  if (!enabled) return l10n.t('The setting authLint.enable is off for {0}.', name);
  if (ignoredBy !== undefined) return l10n.t('{0} is ignored by {1}.', name, ignoredBy);
  const found = l10n.t('{0}: {1} ({2} ms).', name, countsText(counts), Math.round(milliseconds));
  return role === 'fragment' ? `${found} ${l10n.t('It was checked as part of {0}.', entries.join(', '))}` : found;
}
