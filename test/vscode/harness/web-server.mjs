// Serves the web build of VS Code, in which extensions run in a worker.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Serves the web build with the extensions in a folder and a folder to open, and returns the address of its page.
 * @param {import('./cache.mjs').Installation} installation
 * @param {import('./cleanup.mjs').Cleanup} cleanup
 * @param {{ extensions: string, suite?: string, workspace: string }} what `suite` is a file in `extensions`
 * @returns {Promise<string>} */
export function serveWebBuild(installation, cleanup, { extensions, suite, workspace }) {
  const options = {
    browserType: 'none',
    host: 'localhost',
    quality: 'stable',
    commit: installation.webVersion,
    testRunnerDataDir: installation.webBuilds,
    extensionDevelopmentPath: extensions,
    extensionTestsPath: suite,
    folderPath: workspace,
  };
  // In a process of its own, because it prints every request for a file that need not be there.
  const child = fork(fileURLToPath(new URL('web-server-process.mjs', import.meta.url)), [installation.folder, JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  cleanup.add(() => child.kill());
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve(`http://localhost:${port}/`));
    child.once('exit', (code) => reject(new Error(`The server of VS Code's web build ended with ${code}`)));
  });
}
