import { l10n, window, workspace } from 'vscode';
import { type FileParams, type FixAllResult, methods } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { applyEdit } from '../apply-edit.ts';
import { currentDocument } from '../current-document.ts';

/** Applies all safe fixes of the findings in the active editor's file. */
export async function fixAll(server: Server): Promise<void> {
  const document = currentDocument();
  const client = document && (await server.start());
  if (!document || !client) return;
  const params: FileParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const edit = await client.sendRequest<FixAllResult>(methods.fixAll, params);
  if (!edit) {
    void window.showInformationMessage(l10n.t('There is nothing that can be fixed safely in {0}.', workspace.asRelativePath(document.uri)));
    return;
  }
  await applyEdit(client, edit, false);
}
