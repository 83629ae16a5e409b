import type { RemoteConsole } from 'vscode-languageserver';

/** Where the server writes what a maintainer or a person needs to know. */
export interface Log {
  warn(message: string): void;
  /** A crash: `where` names the feature and what it worked on. */
  crash(where: string, error: unknown): void;
  /** The last messages, the oldest first. */
  readonly recent: readonly string[];
}

/** So many messages are remembered. */
const mostRecent = 10;

/** A log that is shown in the client's output. */
export function clientLog(console: RemoteConsole, version: string): Log {
  const recent: string[] = [];
  const remember = (message: string): void => {
    recent.push(message);
    if (recent.length > mostRecent) recent.shift();
  };
  return {
    recent,
    warn: (message) => {
      remember(message);
      console.warn(message);
    },
    crash: (where, error) => {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      remember(`${where}: ${stack}`);
      console.error(`Please report this crash of OpenAPI Auth Lint ${version} in ${where}:\n${stack}`);
    },
  };
}
