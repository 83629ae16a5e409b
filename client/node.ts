import type { ExtensionContext } from 'vscode';
import { activateExtension, type ExtensionApi } from './extension.ts';

/** Starts the extension on a desktop or a remote machine: of the file with all the rest nothing is loaded yet. */
export function activate(context: ExtensionContext): ExtensionApi {
  return activateExtension(context, async () => (await import('./whole.ts')).nodeLanguage());
}

export { deactivateExtension as deactivate } from './extension.ts';
