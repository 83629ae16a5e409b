// What the page's console says: lines of the extension host are shown, the workbench's own are kept for the case of a failure.

const WORKBENCH = [
  /^\[(AgentHost|ChatModelSelection|AccountPolicyGate|reconnection-grace-time|remote-connection|Service Worker)/,
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket/,
  /additional builtin (location )?extensions/,
  /^Loading development extension at/,
  /build\/Release\/watchdog|Could not locate the bindings file/,
  /^Timed out waiting for authentication provider/,
  /^Canceled: /,
  /Error while fetching extensions/,
  /open-vsx\.org/,
  /^No extension gallery service configured/, // where VS Code looks for translations of its own extensions
  /^Connection error: |^Cannot read properties of undefined \(reading 'extensionHost'\)/,
  /package\.nls\.json' failed with status code 404/,
  /^Ignoring the error while validating workspace folder|^vscode-test-web-support fs provider/,
];
const LOST_HOST = /^\[remote-connection\]\[ExtensionHost\].*socket close/;

/** Returns a log that prints what comes from the extension host and remembers the rest; `$AUTH_LINT_DEBUG` prints all of it. */
export function createLog() {
  /** @type {string[]} */
  const lines = [];
  return {
    /** @param {string} line @param {string} type of the console's method */
    add(line, type) {
      lines.push(line);
      if (!process.env.AUTH_LINT_DEBUG && WORKBENCH.some((pattern) => pattern.test(line))) return;
      (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${line}\n`);
    },
    /** Returns the last messages, those that were not printed included, with one line of each. */
    end: () =>
      [...new Set(lines.map((line) => line.split('\n')[0]))]
        .slice(-20)
        .map((line) => `  ${line}\n`)
        .join(''),
    /** True when the connection to the extension host broke. */
    tellsOfLostHost: () => lines.some((line) => LOST_HOST.test(line)),
  };
}
