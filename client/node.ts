import type { ExtensionContext } from 'vscode';
import { activateExtension } from './extension.ts';

/** Starts the extension on a desktop or a remote machine. */
export function activate(context: ExtensionContext): void {
  activateExtension(context, async () => (await import('./node-language.ts')).language);
}

export { deactivateExtension as deactivate } from './extension.ts';
