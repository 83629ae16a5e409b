import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, open, restore, textOf, uriOf } from './window.ts';

const path = 'bookshop.yaml';

/** What the editor does when a document is saved. */
function onSave(actions: object | undefined): Thenable<void> {
  return vscode.workspace.getConfiguration('editor').update('codeActionsOnSave', actions, vscode.ConfigurationTarget.Global);
}

export function fixOnSave(): void {
  describe('a document with source.fixAll.authLint on save', () => {
    let before: ReadonlyMap<string, string | undefined>;

    beforeEach(async () => {
      before = new Map([[path, await textOf(uriOf(path))]]);
      await onSave({ 'source.fixAll.authLint': 'explicit' });
    });

    afterEach(async () => {
      await onSave(undefined);
      await closeAll();
      await restore(before);
    });

    it('is saved with everything fixed that is safe, the edit before it included', async () => {
      const document = await open(path);
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# Typed just now\n'));
      await document.save();
      const saved = (await textOf(document.uri)) ?? '';
      assert.strictEqual(saved, document.getText());
      assert.ok(saved.startsWith('# Typed just now\n'));
      assert.strictEqual(saved.match(/\$ref: '#\/components\/responses\/LoginNeeded'/g)?.length, 3);
      await findingsWhen(document.uri, (rules) => rules.join() === 'undefined-security-scheme', 'nothing with a safe fix');
    });

    it('gets back every byte by one undo', async () => {
      const document = await open(path);
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# Typed just now\n'));
      const typed = document.getText();
      await document.save();
      assert.notStrictEqual(document.getText(), typed);
      await vscode.commands.executeCommand('undo');
      assert.strictEqual(document.getText(), typed);
    });
  });
}
