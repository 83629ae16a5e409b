import { commands, l10n, window } from 'vscode';
import { type CheckWorkspaceResult, methods } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { checkSummary } from '../check-summary.ts';
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
  const chosen = await window.showInformationMessage(checkSummary(result), ...(error + warning + info > 0 ? [problems] : []));
  if (chosen === problems) await commands.executeCommand('workbench.actions.view.problems');
}
