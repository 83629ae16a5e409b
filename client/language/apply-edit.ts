import { l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';

/**
 * Applies an edit of the server as one step, unless a text has moved on since, which the person is told. A refactoring may be shown to
 * them first, and what they discard is not applied.
 */
export async function applyEdit(client: BaseLanguageClient, edit: WorkspaceEdit, isRefactoring: boolean): Promise<void> {
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  // Nothing may wait between this look at the versions and the edit.
  const isCurrent = client.validateWorkspaceEdit(edit);
  const isApplied = isCurrent && (await workspace.applyEdit(converted, { isRefactoring }));
  if (!isApplied && !(isCurrent && isRefactoring))
    void window.showWarningMessage(l10n.t('The text changed in the meantime, nothing was fixed. Try again.'));
}
