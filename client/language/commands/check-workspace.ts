import { type CancellationToken, commands, l10n, type Progress, ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import { type CheckWorkspaceParams, type CheckWorkspaceResult, methods } from '../../../server/protocol.ts';
import { countsText } from '../../counts-text.ts';
import type { Server } from '../../server.ts';

type Report = Progress<{ message?: string; increment?: number }>;

/** Checks all API descriptions in the workspace and says what was found; the findings are in the Problems view. */
export async function checkWorkspace(server: Server): Promise<void> {
  const client = await server.start();
  if (!client) return;
  const options = { location: ProgressLocation.Notification, title: l10n.t('Checking API descriptions'), cancellable: true };
  const result = await window.withProgress(options, (progress, token) => run(client, progress, token));
  void tell(result);
}

/** The command has ended when this asks: nobody needs to answer. */
async function tell(result: CheckWorkspaceResult): Promise<void> {
  const { error, warning, info } = result.findings;
  const problems = l10n.t('Show Problems');
  const chosen = await window.showInformationMessage(summary(result), ...(error + warning + info > 0 ? [problems] : []));
  if (chosen === problems) await commands.executeCommand('workbench.actions.view.problems');
}

async function run(client: BaseLanguageClient, progress: Report, token: CancellationToken): Promise<CheckWorkspaceResult> {
  const params: CheckWorkspaceParams = { workDoneToken: `authLint.checkWorkspace-${Date.now()}` };
  let done = 0;
  const listener = client.onProgress(WorkDoneProgress.type, params.workDoneToken ?? '', (value) => {
    if (value.kind !== 'report') return;
    const percentage = value.percentage ?? done;
    progress.report({ increment: percentage - done, ...(value.message !== undefined && { message: value.message }) });
    done = percentage;
  });
  try {
    return await client.sendRequest<CheckWorkspaceResult>(methods.checkWorkspace, params, token);
  } finally {
    listener.dispose();
  }
}

function summary({ entries, files, findings, cancelled }: CheckWorkspaceResult): string {
  if (cancelled) return l10n.t('Stopped after {0} API descriptions: {1}.', entries, countsText(findings));
  if (entries === 0) return l10n.t('No API description was found in the workspace.');
  return l10n.t('Checked {0} API descriptions in {1} files: {2}.', entries, files, countsText(findings));
}
