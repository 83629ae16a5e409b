import { type ExtensionContext, ExtensionKind, env, UIKind, version, workspace } from 'vscode';
import type { Server } from '../server.ts';

/** What runs where, by name, for a report to maintainers. */
export function environment(server: Server, { extension }: ExtensionContext): Readonly<Record<string, string>> {
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
