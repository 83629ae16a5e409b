import { l10n } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** Crashes longer ago than this are forgotten, in milliseconds. */
const memory = 3 * 60 * 1000;
const restarts = 5;
/** The pause before the first restart, in milliseconds; it doubles with each. */
const firstPause = 500;

/** Starts a server that died again, each time after a longer pause; `giveUp` hears when it died too often. */
export function restartPolicy(giveUp: (message: string) => void): ErrorHandler {
  let crashes: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({ action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown }),
    closed: async () => {
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < memory), now];
      if (crashes.length > restarts) {
        const message = l10n.t(
          'The server of OpenAPI Auth Lint stopped {0} times in a short time and is not started again. See its output, or restart it by command.',
          crashes.length,
        );
        giveUp(message);
        return { action: CloseAction.DoNotRestart, message };
      }
      await new Promise((resolve) => setTimeout(resolve, firstPause * 2 ** (crashes.length - 1)));
      // Handled: in the log alone. A person is told when it is given up.
      return { action: CloseAction.Restart, handled: true };
    },
  };
}
