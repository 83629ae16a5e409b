import type { ExtensionContext } from 'vscode';
import { activateExtension, type ExtensionApi } from './extension.ts';

/** Starts the extension in a browser: all of it is one file, of which the larger part is run when it is first needed. */
export function activate(context: ExtensionContext): ExtensionApi {
  return activateExtension(context, async () => (await import('./web-language.ts')).language);
}

export { deactivateExtension as deactivate } from './extension.ts';
