import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension } from './extension.ts';

/** Starts the extension on a desktop or a remote machine: the server is a Node process. */
export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server-node.js'), transport: TransportKind.ipc };
  activateExtension(context, (id, name, options) => new LanguageClient(id, name, server, options));
}

export { deactivateExtension as deactivate } from './extension.ts';
