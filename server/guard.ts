import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from './log.ts';

/** Carries out a request: a cancelled one is answered at once, a crash is logged and answered with `fallback` or an error. */
export async function guardRequest<R>(
  name: string,
  log: Log,
  token: CancellationToken,
  work: () => R | Promise<R>,
  fallback?: R,
): Promise<R | ResponseError<never>> {
  try {
    const result = await Promise.race([work(), cancelled(token)]);
    // Work that was given up answers with nothing: that must not be taken for “nothing found”.
    return token.isCancellationRequested ? requestCancelled() : result;
  } catch (error) {
    if (error instanceof ResponseError) return error as ResponseError<never>;
    log.crash(name, error);
    return fallback ?? new ResponseError<never>(ErrorCodes.InternalError, `OpenAPI Auth Lint crashed in ${name}.`);
  }
}

/** Carries out what a notification asks for; a crash is logged. */
export async function guardNotification(name: string, log: Log, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.crash(name, error);
  }
}

function requestCancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

function cancelled(token: CancellationToken): Promise<ResponseError<never>> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve(requestCancelled()));
  });
}
