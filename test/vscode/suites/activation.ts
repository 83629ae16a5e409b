import { assert } from 'chai';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/extension.ts';
import { closeAll, findingsWhen, open, remove, until, uriOf, write } from './window.ts';

const folder = 'plain';
const files = 500;

async function api(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('openapi-auth-lint.openapi-auth-lint');
  assert.ok(extension);
  return extension.activate();
}

/** To be run before any description is opened in the window: a server that runs stays. */
export function activation(): void {
  describe(`a workspace of ${files} plain YAML files`, () => {
    before(async () => {
      const text = (index: number) => `name: build ${index}\njobs:\n  openapi: no top level\n`;
      await Promise.all(Array.from({ length: files }, (_, index) => write(`${folder}/${index}.yaml`, text(index))));
    });
    after(async () => {
      await closeAll();
      await remove(folder);
    });

    it('starts no server, whatever is opened and typed', async () => {
      const { isServerRunning } = await api();
      for (let index = 0; index < 10; index++) await open(`${folder}/${index}.yaml`);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uriOf(`${folder}/0.yaml`), new vscode.Position(0, 0), '# typed\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      // Longer than a document rests before it is looked at; a server takes no longer to start than to be seen.
      await new Promise((resolve) => setTimeout(resolve, 3000));
      assert.strictEqual(isServerRunning(), false);
    });

    it('starts one with the first description', async () => {
      const { isServerRunning } = await api();
      const document = await open('bookshop.yaml');
      await until(isServerRunning, () => 'the server');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
    });
  });
}
