#!/usr/bin/env node
// Runs a suite against the packaged extension in VS Code's Node extension host:
//   node test/vscode/run-node.mjs [--vsix FILE] [--suite FILE.js] [--workspace FOLDER | FILE.code-workspace] [--locale LANGUAGE]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { hasStandIn } from './harness/cache.mjs';
import { runAsProgram } from './harness/cleanup.mjs';
import { readCounts, reportCounts } from './harness/counts.mjs';
import { inRepository, readOptions } from './harness/options.mjs';
import { writeUserSettings } from './harness/settings.mjs';
import { findVsix, identifierOf } from './harness/vsix.mjs';
import { copyWorkspace } from './harness/workspace.mjs';
import { ensureInstalled } from './install.mjs';

await runAsProgram(async (cleanup) => {
  const options = readOptions(['vsix', 'suite', 'workspace', 'locale']);
  const vsix = findVsix(options.vsix);
  const folder = cleanup.temporaryFolder('node');
  const countsFile = path.join(folder, 'counts.json');
  const profile = [`--extensions-dir=${path.join(folder, 'extensions')}`, `--user-data-dir=${path.join(folder, 'user')}`];
  // Never in the browser's own worker, which a page of VS Code may prefer for an extension that can run there too.
  writeUserSettings(path.join(folder, 'user'), { 'remote.extensionKind': { [identifierOf(vsix)]: ['workspace'] } });
  const locale = options.locale ? [`--locale=${options.locale}`] : [];
  const executable = await findExecutable();
  installExtension(executable, [`--install-extension=${vsix}`, '--force', ...profile]);
  const exitCode = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: inRepository('test/vscode/carrier'),
    extensionTestsPath: path.resolve(options.suite ?? inRepository('out/test-vscode/node/index.js')),
    extensionTestsEnv: { AUTH_LINT_HOST_COUNTS: countsFile },
    launchArgs: [copyWorkspace(path.resolve(options.workspace ?? inRepository('examples')), folder), ...profile, ...locale],
  }).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    return 1;
  });
  return reportCounts('vscode-node', readCounts(countsFile), exitCode);
});

/** The stand-in where there is one, else a desktop VS Code that is downloaded. */
async function findExecutable() {
  if (!hasStandIn()) return downloadAndUnzipVSCode();
  await ensureInstalled();
  return inRepository('test/vscode/harness/code.mjs');
}

/** @param {string} executable @param {string[]} args */
function installExtension(executable, args) {
  const [command, ...before] = hasStandIn()
    ? [executable]
    : resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const { status, stdout, stderr } = spawnSync(command, [...before, ...args], {
    encoding: 'utf8',
    timeout: 120_000,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The packaged extension could not be installed:\n${stdout}${stderr}`);
}
