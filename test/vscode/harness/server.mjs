// VS Code's server: the Node extension host lives under it, the workbench is a page that it serves.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGroup } from './process-group.mjs';
import { writeUserSettings } from './settings.mjs';

const START_LIMIT_MS = 60_000;
const LAST_WORDS_LIMIT_MS = 3000;

/**
 * @typedef {object} Server
 * @property {string} authority host and port
 * @property {string} token what a page must know to be let in
 * @property {Promise<unknown>} ended
 * @property {() => Promise<string | undefined>} extensionHostFailure why the extension host died, if it has not ended well
 * @property {() => string} events the last of what it said about connections and hosts
 */

/** Starts VS Code's server on a free port of this machine; `cleanup` stops it and whatever it started.
 * @param {import('./cache.mjs').Installation} installation
 * @param {import('./cleanup.mjs').Cleanup} cleanup
 * @param {{ userDataFolder: string, extensionsFolder: string, testMode?: boolean, settings?: Record<string, unknown> }} options
 *   `testMode` lets it take extensions from source folders and test suites; it hides notifications.
 * @returns {Promise<Server>} */
export async function startServer(installation, cleanup, { userDataFolder, extensionsFolder, testMode = false, settings }) {
  writeUserSettings(userDataFolder, settings);
  fs.mkdirSync(extensionsFolder, { recursive: true });
  const token = crypto.randomBytes(16).toString('hex');
  const args = [
    installation.serverEntry,
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--connection-token',
    token,
    '--accept-server-license-terms',
    '--server-data-dir',
    userDataFolder,
    '--user-data-dir',
    userDataFolder,
    '--extensions-dir',
    extensionsFolder,
    '--disable-telemetry',
    '--disable-experiments',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    '--force-disable-user-env',
    ...(testMode ? ['--enable-smoke-test-driver'] : []),
  ];
  // The server leaves its sockets where XDG_RUNTIME_DIR says.
  const { child, ended, stop } = startGroup(
    installation.node,
    args,
    serverEnvironment({ XDG_RUNTIME_DIR: cleanup.temporaryFolder('sockets') }),
  );
  cleanup.add(stop);
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      log += text;
    });
  const find = (pattern) => pattern.exec(log);
  const listening = await until(() => find(/Extension host agent listening on (\d+)/), START_LIMIT_MS, ended);
  if (!listening) throw new Error(`VS Code's server did not start:\n${log.slice(-2000)}`);
  return {
    authority: `127.0.0.1:${listening[1]}`,
    token,
    ended,
    events: () =>
      log
        .split('\n')
        .filter((line) => /^\[\d.*Extension/.test(line))
        .slice(-8)
        .map((line) => `  ${line}\n`)
        .join(''),
    async extensionHostFailure() {
      const exit = await until(() => find(/Extension Host Process exited with code: (\S+), signal: (\w+)/), LAST_WORDS_LIMIT_MS, ended);
      return exit && (exit[1] !== '0' || exit[2] !== 'null') ? exit[0] : undefined;
    },
  };
}

/** Runs the server's own command line: `--install-extension`, `--list-extensions`, `--version`.
 * @param {import('./cache.mjs').Installation} installation
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string, errors: string }>} */
export function runServerCommand(installation, args) {
  const child = spawn(installation.node, [installation.serverEntry, ...args, '--accept-server-license-terms'], {
    env: serverEnvironment({}),
  });
  const said = { output: '', errors: '' };
  child.stdout.on('data', (data) => {
    said.output += data;
  });
  child.stderr.on('data', (data) => {
    said.errors += data;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, ...said }));
  });
}

/** Without a gallery it stays off the network; what an editor around us says about itself is not for it.
 * @param {NodeJS.ProcessEnv} more */
function serverEnvironment(more) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...more };
}

/** Polls until `look` finds something, the time is over, or the process ended (then it looks a last time).
 * @template T
 * @param {() => T | null} look
 * @param {number} limitMs
 * @param {Promise<unknown>} ended */
async function until(look, limitMs, ended) {
  let over = false;
  void Promise.race([ended, sleep(limitMs, undefined, { ref: false })]).then(() => {
    over = true;
  });
  for (;;) {
    const last = over;
    const found = look();
    if (found || last) return found ?? undefined;
    await sleep(20);
  }
}
