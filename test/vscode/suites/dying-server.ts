import { readdirSync, readFileSync } from 'node:fs';
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/extension.ts';
import { closeAll, findingsWhen, open, until } from './window.ts';

/** The server's process: a child of this extension host. */
function serverProcess(): number | undefined {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (Number(parent) === process.pid && /\bdist\/server\.js\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return Number(pid);
    } catch {
      // It has ended meanwhile.
    }
  }
  return undefined;
}

async function kill(): Promise<void> {
  await until(
    () => serverProcess() !== undefined,
    () => 'a server',
  );
  process.kill(serverProcess() ?? 0, 'SIGKILL');
  await until(
    () => !isRunning(),
    () => 'the end of the server',
  );
}

function isRunning(): boolean {
  return vscode.extensions.getExtension<ExtensionApi>('openapi-auth-lint.openapi-auth-lint')?.exports.isServerRunning() === true;
}

export function dyingServer(): void {
  describe('a server that dies', () => {
    before(function () {
      if (process.platform !== 'linux') this.skip();
    });
    afterEach(closeAll);

    it('is started again, and finds what it found before', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await kill();
      await until(isRunning, () => 'the server to be started again');
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), '');
      assert.ok(await vscode.workspace.applyEdit(edit));
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401 again');
    });

    it('again and again is given up, until a person restarts it', async function () {
      this.timeout(300_000);
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      // It died once before; the pauses add up to some 15 seconds.
      for (let deaths = 2; deaths <= 5; deaths++) {
        await kill();
        // The last pause alone is eight seconds.
        await until(isRunning, () => `the server to be started again after ${deaths} deaths`, 60_000);
      }
      await kill();
      await new Promise((resolve) => setTimeout(resolve, 2000));
      assert.strictEqual(serverProcess(), undefined, 'no further start');
      await vscode.commands.executeCommand('authLint.restartServer');
      await until(isRunning, () => 'the server after Restart Server');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401 again');
    });
  });
}
