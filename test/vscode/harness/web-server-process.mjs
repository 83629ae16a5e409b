// The process that web-server.mjs starts: arguments are the installation's folder and test-web's options as JSON.
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';

const [folder, options] = process.argv.slice(2);
process.once('disconnect', () => process.exit());
const { open } = createRequire(path.join(folder, 'package.json'))('@vscode/test-web');
const port = await freePort();
await open({ ...JSON.parse(options), port });
process.send?.(port);

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net
      .createServer()
      .once('error', reject)
      .listen(0, 'localhost', () => {
        const { port } = /** @type {net.AddressInfo} */ (server.address());
        server.close(() => resolve(port));
      });
  });
}
