import { type ExtensionContext, tasks, type WebviewPanel, window } from 'vscode';
import { checkTaskType } from './check-task-type.ts';
import { registerCommands } from './commands.ts';
import type { Language } from './language/language.ts';
import { Server } from './server.ts';
import { whenDescriptionOpens } from './sniffer.ts';
import { StatusItem } from './status-item.ts';

/** What others may ask of the active extension. */
export interface ExtensionApi {
  /** True while the server runs: it starts with the first API description, or with a command that needs it. */
  isServerRunning(): boolean;
}

let running: Server | undefined;

/** Registers the commands and waits for the first API description; only then `load` is called, and the server starts. */
export function activateExtension(context: ExtensionContext, load: () => Promise<Language>): ExtensionApi {
  const server = new Server(context, load);
  const language = () => server.loaded(load);
  running = server;
  context.subscriptions.push(
    server,
    new StatusItem(server),
    ...registerCommands(server, context, language),
    tasks.registerTaskProvider(checkTaskType, {
      provideTasks: async () => (await language())?.tasks.providedTasks(server) ?? [],
      resolveTask: async (task) => (await language())?.tasks.resolvedTask(server, task),
    }),
    window.registerWebviewPanelSerializer('authLint.report', {
      deserializeWebviewPanel: async (panel: WebviewPanel) => (await language())?.restoreReport(server, panel),
    }),
    whenDescriptionOpens(() => void server.start()),
  );
  return { isServerRunning: () => server.running !== undefined };
}

/** Stops the server; VS Code waits for it. */
export async function deactivateExtension(): Promise<void> {
  await running?.stop();
  running = undefined;
}
