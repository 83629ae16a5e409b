import { assert } from 'chai';
import * as vscode from 'vscode';
import { applyQuickFix, closeAll, find, findingsWhen, open, remove, ruleOf, textOf, until, uriOf, write } from './window.ts';

const path = '.auth-lint.yaml';

const withMistakes = `extends: recomended
rules:
  mising-403: off
  missing-401: [error, {acept: [4XX]}]
  missing-security: loud
ignore: [/vendor]
`;

export function configuration(): void {
  describe('a configuration file', () => {
    afterEach(async () => {
      await closeAll();
      await remove(path);
      await remove('library/.auth-lint.yaml');
    });

    // Before the file is opened: VS Code keeps the text of a closed document for a while, and with it the server.
    it('decides what is found as soon as it is there, and until it goes', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await write(path, 'rules: {missing-401: off}\n');
      await findingsWhen(document.uri, (rules) => rules.length > 0 && !rules.includes('missing-401'), 'no missing-401');
      await vscode.workspace.fs.delete(uriOf(path));
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401 again');
    });

    it('is made by the quick fix that turns a rule off, and goes when that is undone', async () => {
      const document = await open('bookshop.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await applyQuickFix(document.uri, find(document, found, 'missing-401', 'get'), 'Turn missing-401 off in a new .auth-lint.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0 && !rules.includes('missing-401'), 'no missing-401');
      const made = await open(path);
      assert.match(made.getText(), /^# .*\nrules:\n {2}missing-401: off\n$/);
      await vscode.commands.executeCommand('undo');
      await until(
        async () => (await textOf(uriOf(path))) === undefined,
        () => 'the configuration to go',
      );
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401 again');
    });

    it('has its mistakes marked, each at its place', async () => {
      await write(path, withMistakes);
      const document = await open(path);
      const found = await findingsWhen(document.uri, (rules) => rules.length >= 5, 'five mistakes');
      assert.deepEqual(
        found.map((finding) => [ruleOf(finding), document.getText(finding.range)]),
        ['recomended', 'mising-403', 'acept', 'loud', '/vendor'].map((text) => ['invalid-configuration', text]),
      );
      await applyQuickFix(document.uri, find(document, found, 'invalid-configuration', 'mising-403'), 'Change to');
      await findingsWhen(document.uri, (rules) => rules.length === 4, 'four mistakes');
    });

    it('that is there is edited by it', async () => {
      const configured = 'rules:\n  missing-www-authenticate: off # ours\n';
      await write('library/.auth-lint.yaml', configured);
      const entry = await open('library/openapi.yaml');
      await findingsWhen(entry.uri, (rules) => rules.length === 0, 'nothing');
      const document = await open('library/paths/loans.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await applyQuickFix(document.uri, find(document, found, 'missing-401', 'post'), 'Turn missing-401 off in .auth-lint.yaml');
      await findingsWhen(document.uri, (rules) => !rules.includes('missing-401'), 'no missing-401');
      const edited = await open('library/.auth-lint.yaml');
      assert.strictEqual(edited.getText(), `${configured}  missing-401: off\n`);
    });
  });
}
