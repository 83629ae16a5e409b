import type { CancellationToken } from 'vscode-languageserver';

/** Looked at between steps of work that may be given up. */
export interface Signal {
  readonly aborted: boolean;
}

/** A cancellation token as the linter looks at it. */
export function signalOf(token: CancellationToken): Signal {
  return {
    get aborted() {
      return token.isCancellationRequested;
    },
  };
}

/** How long work may go on before messages are looked at, in milliseconds. */
const slice = 25;

/** Gives the event loop a turn when the last one is long ago: without it no cancellation would ever arrive. */
export function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < slice) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  };
}
