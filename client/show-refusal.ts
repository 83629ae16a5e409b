import { window } from 'vscode';

/** The command behind a code action that the server refused; its only argument says why. */
export const showRefusalCommand = 'authLint.showRefusal';

/** Tells the person why a code action was refused. */
export function showRefusal(reason: unknown): void {
  void window.showWarningMessage(String(reason));
}
