import { l10n, window } from 'vscode';
import { type FixWorkspaceResult, methods } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { descriptionsText } from '../amounts.ts';
import { applyEdit } from '../apply-edit.ts';
import { requestWithProgress } from '../request-with-progress.ts';
import { tickedInPreview } from '../ticked-preview.ts';

/** Shows all safe fixes of all API descriptions in the workspace in the refactor preview, where the person applies or discards them. */
export async function fixAllInWorkspace(server: Server): Promise<void> {
  const client = await server.start();
  if (!client) return;
  const result = await requestWithProgress<FixWorkspaceResult>(client, methods.fixWorkspace, l10n.t('Fixing API descriptions'));
  if (result.edit) await applyEdit(client, tickedInPreview(result.edit), true);
  else void window.showInformationMessage(nothingDone(result));
}

function nothingDone({ cancelled, entries }: FixWorkspaceResult): string {
  if (cancelled) return l10n.t('Stopped, nothing was fixed.');
  if (entries === 0) return l10n.t('No API description was found in the workspace.');
  return l10n.t('There is nothing that can be fixed safely in {0}.', descriptionsText(entries));
}
