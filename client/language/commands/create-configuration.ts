import { l10n, Uri, WorkspaceEdit, type WorkspaceFolder, window, workspace } from 'vscode';
import { methods, type NewConfigurationParams, type NewConfigurationResult } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { requestWithProgress } from '../request-with-progress.ts';

/** Makes the configuration file of a workspace folder and opens it; one that is there is only opened. */
export async function createConfiguration(server: Server): Promise<void> {
  const folder = await pickFolder();
  const client = folder && (await server.start());
  if (!folder || !client) return;
  const params: NewConfigurationParams = { folder: client.code2ProtocolConverter.asUri(folder.uri) };
  const title = l10n.t('Looking at API descriptions');
  const result = await requestWithProgress<NewConfigurationResult>(client, methods.newConfiguration, title, params);
  if (!result) return;
  const uri = Uri.parse(result.uri);
  if (result.text !== undefined && !(await create(uri, result.text))) {
    void window.showErrorMessage(l10n.t('{0} could not be made.', workspace.asRelativePath(uri)));
    return;
  }
  await window.showTextDocument(uri);
}

async function pickFolder(): Promise<WorkspaceFolder | undefined> {
  const { workspaceFolders = [] } = workspace;
  if (workspaceFolders.length < 2) return workspaceFolders[0];
  return window.showWorkspaceFolderPick({ placeHolder: l10n.t('Which folder is to have the configuration?') });
}

/** Never over another file, should one have come meanwhile. */
function create(uri: Uri, text: string): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  return workspace.applyEdit(edit);
}
