#!/usr/bin/env node
// Takes pictures of the packaged extension in VS Code, as no test sees it:
//   node test/vscode/screenshots.mjs [--vsix FILE] [--workspace FOLDER] [--pictures FOLDER] [--theme NAME] [--scenarios FILE.mjs] [--only NAME] [--host node|web] [--locale LANGUAGE]
// The scenarios' file exports `scenarios`: an object of functions, each of which gets a workbench (workbench.mjs) in a window of its own; a
// function may have `settings` of its own, too.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasStandIn } from './harness/cache.mjs';
import { launchChromium } from './harness/chromium.mjs';
import { runAsProgram } from './harness/cleanup.mjs';
import { setDisplayLanguage } from './harness/display-language.mjs';
import { inRepository, readOptions } from './harness/options.mjs';
import { runServerCommand, startServer } from './harness/server.mjs';
import { unzip } from './harness/unzip.mjs';
import { findVsix } from './harness/vsix.mjs';
import { serveWebBuild } from './harness/web-server.mjs';
import { workbenchAddress } from './harness/workbench-address.mjs';
import { copyWorkspace } from './harness/workspace.mjs';
import { ensureInstalled } from './install.mjs';
import { driveWorkbench } from './workbench.mjs';

const WINDOW = { width: 1200, height: 700 };

/** A window that shows the extension and little else. */
const CALM = {
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own placeholder
  'window.title': '${activeEditorShort}',
};

await runAsProgram(async (cleanup) => {
  if (!hasStandIn()) throw new Error('Pictures are taken on Linux x64 only');
  const options = readOptions(['vsix', 'workspace', 'pictures', 'theme', 'scenarios', 'only', 'host', 'locale']);
  const { scenarios } = await import(pathToFileURL(path.resolve(options.scenarios ?? inRepository('test/vscode/scenarios.mjs'))).href);
  const installation = await ensureInstalled();
  const browser = await launchChromium(installation);
  cleanup.add(() => browser.close());
  let failures = 0;
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (options.only && options.only !== name) continue;
    const page = await openWindow(installation, cleanup, browser, { ...options, settings: scenario.settings });
    const workbench = driveWorkbench(page, { pictures: path.resolve(options.pictures ?? inRepository('docs/images')) });
    try {
      await workbench.ready();
      await scenario(workbench);
      process.stdout.write(`✔ ${name}\n`);
    } catch (error) {
      failures++;
      process.stderr.write(`✖ ${name}: ${error}\n${await pictureOfFailure(page, name)}\n`);
    }
    await page.context().close();
  }
  return failures === 0 ? 0 : 1;
});

/** Each window has a profile and a workspace of its own, so that no picture depends on the one before.
 * @param {import('./harness/cache.mjs').Installation} installation
 * @param {import('./harness/cleanup.mjs').Cleanup} cleanup */
async function openWindow(installation, cleanup, browser, options) {
  const folder = cleanup.temporaryFolder('pictures');
  const vsix = findVsix(options.vsix);
  const workspace = copyWorkspace(path.resolve(options.workspace ?? inRepository('examples')), folder);
  const what = { folder, vsix, workspace, theme: options.theme ?? 'Default Light Modern', settings: options.settings };
  const address = await (options.host === 'web' ? serveWeb : serveNode)(installation, cleanup, what);
  const context = await browser.newContext({ viewport: WINDOW, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await setDisplayLanguage(page, options.locale);
  await page.goto(address);
  return page;
}

/** The address of a VS Code whose extensions run in Node. */
async function serveNode(installation, cleanup, { folder, vsix, workspace, theme, settings: own }) {
  const extensionsFolder = path.join(folder, 'extensions');
  const userDataFolder = path.join(folder, 'user');
  const { code, errors } = await runServerCommand(installation, [
    `--install-extension=${vsix}`,
    `--extensions-dir=${extensionsFolder}`,
    `--user-data-dir=${userDataFolder}`,
  ]);
  if (code !== 0) throw new Error(`${vsix} could not be installed:\n${errors}`);
  const settings = { ...CALM, ...own, 'workbench.colorTheme': theme };
  const server = await startServer(installation, cleanup, { userDataFolder, extensionsFolder, settings });
  return workbenchAddress(server, { paths: [workspace] });
}

/** The address of a VS Code whose extensions run in the browser; it has its own settings. */
async function serveWeb(installation, cleanup, { folder, vsix, workspace }) {
  const extensions = path.join(folder, 'extensions');
  unzip(vsix, 'extension/', path.join(extensions, 'packaged'));
  return serveWebBuild(installation, cleanup, { extensions, workspace });
}

/** @param {any} page @param {string} name */
async function pictureOfFailure(page, name) {
  return driveWorkbench(page, { pictures: inRepository('out/pictures') })
    .picture(`failed-${name}`)
    .catch(() => '');
}
