import { commands, type Disposable, type ExtensionContext, l10n } from 'vscode';
import type { Language } from './language/language.ts';
import type { Server } from './server.ts';
import { showRefusal, showRefusalCommand } from './show-refusal.ts';

/** The commands `authLint.…` that are loaded when the first of them is run. */
const loaded = [
  'checkFile',
  'checkWorkspace',
  'copyDiagnosticReport',
  'createConfiguration',
  'declareRemainingPublic',
  'exportReport',
  'fixAll',
  'fixAllInWorkspace',
  'openExample',
  'openReport',
  'showLocations',
  'showOperation',
  'showRuleDocumentation',
] as const satisfies readonly (keyof Language['commands'])[];

/** Registers all commands, which `language` loads when they are needed; what goes wrong in one is said to the person. */
export function registerCommands(
  server: Server,
  context: ExtensionContext,
  language: () => Promise<Language | undefined>,
): readonly Disposable[] {
  const register = (id: string, run: (argument?: unknown) => unknown): Disposable =>
    commands.registerCommand(id, async (argument: unknown) => {
      try {
        await run(argument);
      } catch (error) {
        server.complain(l10n.t('That did not work: {0}', String(error)));
      }
    });
  return [
    ...loaded.map((name) =>
      register(`authLint.${name}`, async (argument) => (await language())?.commands[name](server, context, argument)),
    ),
    register(showRefusalCommand, showRefusal),
    register('authLint.restartServer', () => server.restart()),
    register('authLint.showOutput', () => server.output.show()),
  ];
}
