#!/usr/bin/env node
// Stands in for desktop VS Code's executable where only the npm registry is at hand: takes its arguments, runs VS Code's server
// and shows the workbench in a browser without a window, prints what the extension host prints, and ends with the suite's code.
import path from 'node:path';
import { ensureInstalled } from '../install.mjs';
import { runLimitSeconds, watchRun } from './automation.mjs';
import { launchChromium } from './chromium.mjs';
import { endWithParent, runAsProgram } from './cleanup.mjs';
import { readCommandLine } from './command-line.mjs';
import { setDisplayLanguage } from './display-language.mjs';
import { createLog } from './log.mjs';
import { runServerCommand, startServer } from './server.mjs';
import { workbenchAddress } from './workbench-address.mjs';

await runAsProgram(async (cleanup) => {
  const commandLine = readCommandLine(process.argv.slice(2));
  const installation = await ensureInstalled();
  const folder = commandLine.userDataFolder && commandLine.extensionsFolder ? '' : cleanup.temporaryFolder('code');
  const userDataFolder = commandLine.userDataFolder ?? path.join(folder, 'user-data');
  const extensionsFolder = commandLine.extensionsFolder ?? path.join(folder, 'extensions');
  if (commandLine.command.length) {
    const { code, output, errors } = await runServerCommand(installation, [
      ...commandLine.command,
      `--user-data-dir=${userDataFolder}`,
      `--extensions-dir=${extensionsFolder}`,
    ]);
    process.stdout.write(output);
    if (code !== 0) process.stderr.write(errors); // otherwise it complains of optional native modules
    return code;
  }
  return showWindow(installation, cleanup, { ...commandLine, userDataFolder, extensionsFolder });
});

/** @param {import('./cache.mjs').Installation} installation
 * @param {import('./cleanup.mjs').Cleanup} cleanup
 * @param {import('./command-line.mjs').CommandLine & { userDataFolder: string, extensionsFolder: string }} what */
async function showWindow(installation, cleanup, what) {
  endWithParent(cleanup);
  const log = createLog();
  const server = await startServer(installation, cleanup, { ...what, testMode: true });
  const browser = await launchChromium(installation);
  cleanup.add(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await setDisplayLanguage(page, what.locale);
  const result = await watchRun(page, workbenchAddress(server, what), {
    onLine: log.add,
    limitSeconds: runLimitSeconds(),
    orElse: server.ended.then((code) => ({ code: 1, reason: `VS Code's server ended (${code})` })),
  });
  const reason = result.reason ?? (result.code === 0 && what.suite ? await hiddenDeath(server, log) : undefined);
  if (!reason) return result.code;
  process.stderr.write(`The test run was not finished: ${reason}. The end of the log:\n${log.end()}${server.events()}`);
  return 1;
}

/** When the extension host dies the workbench reports 0 all the same: returns what else speaks of a death.
 * @param {import('./server.mjs').Server} server
 * @param {ReturnType<typeof createLog>} log */
async function hiddenDeath(server, log) {
  return (await server.extensionHostFailure()) ?? (log.tellsOfLostHost() ? 'the extension host went away' : undefined);
}
