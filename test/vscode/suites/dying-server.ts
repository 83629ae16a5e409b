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
      const killed = serverProcess();
      assert.ok(killed !== undefined, 'a server');
      process.kill(killed, 'SIGKILL');
      await until(
        () => ![undefined, killed].includes(serverProcess()) && isRunning(),
        () => 'the server to be started again',
      );
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), '');
      assert.ok(await vscode.workspace.applyEdit(edit));
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401 again');
    });
  });
}
