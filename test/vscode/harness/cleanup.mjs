// What a run leaves behind is undone whether it ends by itself, by an error or by a signal.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * @typedef {object} Cleanup
 * @property {(undo: () => unknown) => void} add
 * @property {(name: string) => string} temporaryFolder
 * @property {() => Promise<void>} run
 */

/** Returns a list of things to undo; `run` undoes them once, last first, and a signal does so before it ends the process.
 * @returns {Cleanup} */
export function createCleanup() {
  /** @type {(() => unknown)[]} */
  const undos = [];
  const run = async () => {
    for (let undo = undos.pop(); undo; undo = undos.pop()) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`While cleaning up: ${error}\n`);
      }
    }
  };
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
    process.once(signal, () => {
      void run().then(() => process.exit(128 + number));
    });
  }
  const temporaryFolder = (name) => {
    const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), `auth-lint-${name}-`));
    // VS Code's processes may still be writing their last lines.
    undos.push(() => fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
    return folder;
  };
  return {
    add: (undo) => {
      undos.push(undo);
    },
    temporaryFolder,
    run,
  };
}

/** Runs `main` with a cleanup, prints what it throws as one message, and sets the process's exit code to what it returns.
 * @param {(cleanup: Cleanup) => Promise<number>} main */
export async function runAsProgram(main) {
  const cleanup = createCleanup();
  process.once('uncaughtException', (error) => {
    process.stderr.write(`${error.stack}\n`);
    void cleanup.run().then(() => process.exit(1));
  });
  try {
    process.exitCode = await main(cleanup);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    if (process.env.AUTH_LINT_DEBUG) process.stderr.write(`${/** @type {Error} */ (error)?.stack}\n`);
  } finally {
    await cleanup.run();
    setTimeout(() => process.exit(), 5000).unref(); // should anything still hold the process
  }
}

/** Cleans up and ends when the process that started this one with a pipe to talk to it has died.
 * @param {Cleanup} cleanup */
export function endWithParent(cleanup) {
  if (!fs.fstatSync(0).isSocket()) return; // a terminal, a file or a shell's pipe says nothing about a parent
  process.stdin
    .once('close', () => {
      void cleanup.run().then(() => process.exit(1));
    })
    .resume()
    .unref();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // nobody reads any more
}
