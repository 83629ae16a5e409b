import { type ExtensionContext, env, l10n, window, workspace } from 'vscode';
import { methods, type ServerFacts } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { diagnosticReport } from '../diagnostic-report.ts';
import { environment } from '../environment.ts';

/** Puts into the clipboard what a maintainer asks for first. The server is not started for it: perhaps that is what fails. */
export async function copyDiagnosticReport(server: Server, context: ExtensionContext): Promise<void> {
  const facts = await server.running?.sendRequest<ServerFacts>(methods.serverFacts).catch(() => undefined);
  const report = diagnosticReport({
    environment: environment(server, context),
    settings: workspace.getConfiguration('authLint'),
    server: facts,
    problems: server.problems,
  });
  await env.clipboard.writeText(report);
  void window.showInformationMessage(
    l10n.t('The report is in the clipboard. It holds names of files in the workspace, and nothing of what they say.'),
  );
}
