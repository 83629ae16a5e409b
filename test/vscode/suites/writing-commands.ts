import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, open, remove, ruleOf, textOf, until, uriOf } from './window.ts';

/** Runs a command that asks with a list, and takes what is ticked or first in it. */
async function runAndAccept(command: string): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => {
    isDone = true;
  });
  await until(
    async () => {
      // It does nothing as long as no list is shown.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    },
    () => `the end of ${command}`,
  );
  await done;
}

export function writingCommands(): void {
  describe('commands that write', () => {
    afterEach(async () => {
      await closeAll();
      await remove('.auth-lint.yaml');
    });

    it('Declare Remaining Operations Public declares all that stay ticked, as one step', async () => {
      const document = await open('stockroom.json');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-security'), 'missing-security');
      const before = document.getText();
      await runAndAccept('authLint.declareRemainingPublic');
      await findingsWhen(document.uri, (rules) => !rules.includes('missing-security'), 'no missing-security');
      assert.match(document.getText(), /"security": \[\]/);
      await vscode.commands.executeCommand('undo');
      assert.strictEqual(document.getText(), before);
    });

    it('Create Configuration makes a file that changes nothing, and opens one that is there', async () => {
      const document = await open('bookshop.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await vscode.commands.executeCommand('authLint.createConfiguration');
      const made = vscode.window.activeTextEditor?.document;
      assert.ok(made);
      assert.strictEqual(made.uri.toString(), uriOf('.auth-lint.yaml').toString());
      assert.match((await textOf(uriOf('.auth-lint.yaml'))) ?? '', /^extends: recommended$/m);
      assert.match(made.getText(), /# {3}missing-401: warning # findings: \d/);
      await findingsWhen(made.uri, (rules) => rules.length === 0, 'no mistakes');
      const text = made.getText();
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.commands.executeCommand('authLint.createConfiguration');
      assert.strictEqual(vscode.window.activeTextEditor?.document.getText(), text);
      await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.length === found.length, 'the same findings');
    });
  });

  describe('the example', () => {
    afterEach(closeAll);

    it('opens as a new text with findings that can be fixed', async () => {
      await vscode.commands.executeCommand('authLint.openExample');
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document?.isUntitled);
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await vscode.commands.executeCommand('authLint.fixAll');
      const left = await findingsWhen(document.uri, (rules) => !rules.includes('missing-401'), 'no missing-401');
      assert.deepEqual(left.map(ruleOf), ['undefined-security-scheme']);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });

  describe('the diagnostic report', () => {
    afterEach(closeAll);

    it('is in the clipboard, without content and without paths', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
      await vscode.commands.executeCommand('authLint.copyDiagnosticReport');
      const report = await vscode.env.clipboard.readText();
      assert.match(report, /- Extension: \d+\.\d+\.\d+/);
      assert.match(report, /bookshop\.yaml: OpenAPI 3\.1\.0, 1 files, \d+ characters, 4 operations, \d+ findings/);
      assert.notInclude(report, 'Bookshop');
      assert.notMatch(report, /\w:\/\/|(?<![\w.…])\/\w+\//);
    });
  });

  describe('the tree', () => {
    afterEach(closeAll);

    it('can be shown and refreshed while a description is open', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
      await vscode.commands.executeCommand('authLint.authentication.focus');
      await vscode.commands.executeCommand('authLint.refreshTree');
    });
  });
}
