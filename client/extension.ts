import { commands, type Disposable, type ExtensionContext, l10n, tasks } from 'vscode';
import { showRuleDocumentationCommand } from '../server/protocol.ts';
import { checkTaskType } from './check-task-type.ts';
import type { Language } from './language/language.ts';
import { Server } from './server.ts';
import { showRefusal, showRefusalCommand } from './show-refusal.ts';
import { whenDescriptionOpens } from './sniffer.ts';
import { StatusItem } from './status-item.ts';

let running: Server | undefined;

/** Registers the commands and waits for the first API description; only then `load` is called, and the server starts. */
export function activateExtension(context: ExtensionContext, load: () => Promise<Language>): void {
  const server = new Server(context, load);
  running = server;
  const register = (id: string, run: (argument?: unknown) => unknown): Disposable =>
    commands.registerCommand(id, async (argument: unknown) => {
      try {
        await run(argument);
      } catch (error) {
        server.complain(l10n.t('That did not work: {0}', String(error)));
      }
    });
  const registerLoaded = (id: string, run: (loaded: Language['commands'], argument?: unknown) => unknown): Disposable =>
    register(id, async (argument) => {
      const language = await server.language();
      if (language) await run(language.commands, argument);
    });
  context.subscriptions.push(
    server,
    new StatusItem(server),
    registerLoaded('authLint.checkFile', ({ checkFile }) => checkFile(server)),
    registerLoaded('authLint.checkWorkspace', ({ checkWorkspace }) => checkWorkspace(server)),
    registerLoaded('authLint.fixAll', ({ fixAll }) => fixAll(server)),
    registerLoaded('authLint.fixAllInWorkspace', ({ fixAllInWorkspace }) => fixAllInWorkspace(server)),
    registerLoaded('authLint.copyDiagnosticReport', ({ copyDiagnosticReport }) => copyDiagnosticReport(server, context)),
    registerLoaded('authLint.createConfiguration', ({ createConfiguration }) => createConfiguration(server)),
    registerLoaded('authLint.declareRemainingPublic', ({ declareRemainingPublic }) => declareRemainingPublic(server)),
    registerLoaded('authLint.openExample', ({ openExample }) => openExample(context.extensionUri)),
    registerLoaded(showRuleDocumentationCommand, ({ showRuleDocumentation }, rule) =>
      showRuleDocumentation(server, context.extensionUri, rule),
    ),
    register(showRefusalCommand, showRefusal),
    register('authLint.restartServer', () => server.restart()),
    register('authLint.showOutput', () => server.output.show()),
    tasks.registerTaskProvider(checkTaskType, {
      provideTasks: async () => (await server.language())?.tasks.providedTasks(server) ?? [],
      resolveTask: async (task) => (await server.language())?.tasks.resolvedTask(server, task),
    }),
    whenDescriptionOpens(() => void server.start()),
  );
}

/** Stops the server; VS Code waits for it. */
export async function deactivateExtension(): Promise<void> {
  await running?.stop();
  running = undefined;
}
