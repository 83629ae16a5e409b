import { commands, l10n, window } from 'vscode';
import { type CheckWorkspaceResult, methods } from '../../../server/protocol.ts';
import { countsText } from '../../counts-text.ts';
import type { Server } from '../../server.ts';
import { descriptionsText, filesText } from '../amounts.ts';
import { requestWithProgress } from '../request-with-progress.ts';

/** Checks all API descriptions in the workspace and says what was found; the findings are in the Problems view. */
export async function checkWorkspace(server: Server): Promise<void> {
  const client = await server.start();
  if (!client) return;
  void tell(await requestWithProgress<CheckWorkspaceResult>(client, methods.checkWorkspace, l10n.t('Checking API descriptions')));
}

/** The command has ended when this asks: nobody needs to answer. */
async function tell(result: CheckWorkspaceResult): Promise<void> {
  const { error, warning, info } = result.findings;
  const problems = l10n.t('Show Problems');
  const chosen = await window.showInformationMessage(summary(result), ...(error + warning + info > 0 ? [problems] : []));
  if (chosen === problems) await commands.executeCommand('workbench.actions.view.problems');
}

function summary({ entries, files, findings, cancelled }: CheckWorkspaceResult): string {
  if (cancelled) return l10n.t('Stopped after {0}: {1}.', descriptionsText(entries), countsText(findings));
  if (entries === 0) return l10n.t('No API description was found in the workspace.');
  return l10n.t('Checked {0} in {1}: {2}.', descriptionsText(entries), filesText(files), countsText(findings));
}
