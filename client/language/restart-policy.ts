import { l10n } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { restartPauses } from './restart-pauses.ts';

/** Starts a server that died again, each time after a longer pause; `giveUp` hears when it died too often. */
export function restartPolicy(giveUp: (message: string) => void): ErrorHandler {
  const afterCrash = restartPauses();
  return {
    error: (_error, _message, count) => ({ action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown }),
    closed: async () => {
      const { crashes, pause } = afterCrash(Date.now());
      if (pause === undefined) {
        const message = l10n.t(
          'The server of OpenAPI Auth Lint stopped {0} times in a short time and is not started again. See its output, or restart it by command.',
          crashes,
        );
        giveUp(message);
        return { action: CloseAction.DoNotRestart, message };
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      // Handled: in the log alone. A person is told when it is given up.
      return { action: CloseAction.Restart, handled: true };
    },
  };
}
