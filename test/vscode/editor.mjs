#!/usr/bin/env node
// Opens the examples in VS Code with the extension as it is built in this repository: `npm run editor`.
// A desktop VS Code on the PATH is used if there is one, else VS Code in a browser.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hasStandIn } from './harness/cache.mjs';
import { runAsProgram } from './harness/cleanup.mjs';
import { inRepository, readOptions, repositoryFolder } from './harness/options.mjs';
import { startServer } from './harness/server.mjs';
import { workbenchAddress } from './harness/workbench-address.mjs';
import { ensureInstalled } from './install.mjs';

await runAsProgram(async (cleanup) => {
  const options = readOptions(['workspace', 'extension']);
  const workspace = path.resolve(options.workspace ?? inRepository('examples'));
  const extension = path.resolve(options.extension ?? repositoryFolder);
  const desktop = findOnPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (desktop) return openDesktop(desktop, [`--extensionDevelopmentPath=${extension}`, workspace]);
  if (!hasStandIn()) throw new Error('There is no `code` on the PATH: install VS Code and its shell command');
  return openInBrowser(cleanup, extension, workspace);
});

/** @param {string} name */
function findOnPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));
}

/** @param {string} code @param {string[]} args @returns {Promise<number>} */
function openDesktop(code, args) {
  const child = spawn(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
}

/** Serves VS Code until Ctrl+C. The extension is linked in, so that a rebuilt one is there after the window is reloaded.
 * @param {import('./harness/cleanup.mjs').Cleanup} cleanup @param {string} extension @param {string} workspace */
async function openInBrowser(cleanup, extension, workspace) {
  const installation = await ensureInstalled();
  const folder = cleanup.temporaryFolder('editor');
  const extensionsFolder = path.join(folder, 'extensions');
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
  fs.mkdirSync(extensionsFolder);
  fs.symlinkSync(extension, path.join(extensionsFolder, `${publisher}.${name}-${version}`));
  const server = await startServer(installation, cleanup, { userDataFolder: path.join(folder, 'user'), extensionsFolder });
  process.stdout.write(`VS Code is at ${workbenchAddress(server, { paths: [workspace] })}\nCtrl+C ends it.\n`);
  await server.ended;
  return 1;
}
