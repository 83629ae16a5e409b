#!/usr/bin/env node
// Runs a suite against the packaged extension in VS Code's web extension host, a worker without Node:
//   node test/vscode/run-web.mjs [--vsix FILE] [--suite FILE.js] [--workspace FOLDER]
import fs from 'node:fs';
import path from 'node:path';
import { runLimitSeconds, watchRun } from './harness/automation.mjs';
import { launchChromium } from './harness/chromium.mjs';
import { runAsProgram } from './harness/cleanup.mjs';
import { reportCounts } from './harness/counts.mjs';
import { createLog } from './harness/log.mjs';
import { inRepository, readOptions } from './harness/options.mjs';
import { unzip } from './harness/unzip.mjs';
import { findVsix } from './harness/vsix.mjs';
import { serveWebBuild } from './harness/web-server.mjs';
import { copyWorkspace } from './harness/workspace.mjs';
import { ensureInstalled } from './install.mjs';

const COUNTS_LINE = /^AUTH_LINT_HOST_COUNTS (\{.*\})$/;

await runAsProgram(async (cleanup) => {
  const options = readOptions(['vsix', 'suite', 'workspace']);
  const folder = cleanup.temporaryFolder('web');
  // Both are served from one folder: the packaged extension as it is, and beside it the carrier with the suite.
  const extensions = path.join(folder, 'extensions');
  const carrier = path.join(extensions, 'carrier');
  unzip(findVsix(options.vsix), 'extension/', path.join(extensions, 'packaged'));
  fs.cpSync(inRepository('test/vscode/carrier'), carrier, { recursive: true });
  const suite = path.resolve(options.suite ?? inRepository('out/test-vscode/web/index.js'));
  fs.cpSync(path.dirname(suite), carrier, { recursive: true });
  const workspace = copyWorkspace(path.resolve(options.workspace ?? inRepository('examples')), folder);
  const installation = await ensureInstalled();
  const address = await serveWebBuild(installation, cleanup, { extensions, suite: path.join(carrier, path.basename(suite)), workspace });
  const browser = await launchChromium(installation);
  cleanup.add(() => browser.close());
  const page = await browser.newPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return runSuite(page, address);
});

/** @param {any} page @param {string} address */
async function runSuite(page, address) {
  const log = createLog();
  let counts;
  const onLine = (line, type) => {
    const found = COUNTS_LINE.exec(line);
    if (found) counts = JSON.parse(found[1]);
    else if (!counts) log.add(line, type); // afterwards the closing page complains of what it no longer gets
  };
  const result = await watchRun(page, address, { onLine, limitSeconds: runLimitSeconds() });
  if (result.reason) process.stderr.write(`The test run was not finished: ${result.reason}. The end of the log:\n${log.end()}`);
  return reportCounts('vscode-web', counts, result.code);
}
