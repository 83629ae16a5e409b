import { commands, type Disposable, type ExtensionContext, l10n } from 'vscode';
import { showRuleDocumentationCommand } from '../server/protocol.ts';
import { checkFile } from './commands/check-file.ts';
import { checkWorkspace } from './commands/check-workspace.ts';
import { fixAll } from './commands/fix-all.ts';
import { showRuleDocumentation } from './commands/show-rule-documentation.ts';
import { type ClientFactory, Server } from './server.ts';
import { whenDescriptionOpens } from './sniffer.ts';
import { StatusItem } from './status-item.ts';

let running: Server | undefined;

/** Registers the commands and waits for the first API description; only then the server starts. */
export function activateExtension(context: ExtensionContext, createClient: ClientFactory): void {
  const server = new Server(context, createClient);
  running = server;
  const register = (id: string, run: (argument?: unknown) => unknown): Disposable =>
    commands.registerCommand(id, async (argument: unknown) => {
      try {
        await run(argument);
      } catch (error) {
        server.complain(l10n.t('That did not work: {0}', String(error)));
      }
    });
  context.subscriptions.push(
    server,
    new StatusItem(server),
    register('authLint.checkFile', () => checkFile(server)),
    register('authLint.checkWorkspace', () => checkWorkspace(server)),
    register('authLint.fixAll', () => fixAll(server)),
    register(showRuleDocumentationCommand, (rule) => showRuleDocumentation(server, context.extensionUri, rule)),
    register('authLint.restartServer', () => server.restart()),
    register('authLint.showOutput', () => server.output.show()),
    whenDescriptionOpens(() => void server.start()),
  );
}

/** Stops the server; VS Code waits for it. */
export async function deactivateExtension(): Promise<void> {
  await running?.stop();
  running = undefined;
}
