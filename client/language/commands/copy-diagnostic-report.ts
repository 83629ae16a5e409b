import { type ExtensionContext, ExtensionKind, env, l10n, UIKind, version, window, workspace } from 'vscode';
import { methods, type ServerFacts } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { diagnosticReport } from '../diagnostic-report.ts';

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

function environment(server: Server, { extension }: ExtensionContext): Readonly<Record<string, string>> {
  const { workspaceFolders = [] } = workspace;
  return {
    Extension: String((extension.packageJSON as { version?: unknown }).version),
    'VS Code': `${version}, ${env.appName}, ${env.uiKind === UIKind.Web ? 'in a browser' : 'desktop'}, ${env.language}`,
    'Extension host': `${hostKind()}, ${extension.extensionKind === ExtensionKind.UI ? 'UI' : 'workspace'}, remote: ${env.remoteName ?? 'none'}`,
    Workspace: `${workspaceFolders.length} folders (${[...new Set(workspaceFolders.map(({ uri }) => uri.scheme))].join(', ')}), ${workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    Server: server.running ? `runs, started in ${Math.round(server.startMilliseconds ?? 0)} ms` : 'does not run',
  };
}

/** Node tells its version and platform; in a browser there is only the browser's name. */
function hostKind(): string {
  const { process, navigator } = globalThis as { process?: NodeJS.Process; navigator?: { readonly userAgent: string } };
  return process?.versions?.node
    ? `Node ${process.version} on ${process.platform} ${process.arch}`
    : `web worker in ${navigator?.userAgent}`;
}
