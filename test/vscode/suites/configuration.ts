import { assert } from 'chai';
import * as vscode from 'vscode';
import { applyQuickFix, closeAll, find, findingsWhen, open, ruleOf, uriOf } from './window.ts';

const path = '.auth-lint.yaml';

const withMistakes = `extends: recomended
rules:
  mising-403: off
  missing-401: [error, {acept: [4XX]}]
  missing-security: loud
ignore: [/vendor]
`;

function write(text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

export function configuration(): void {
  describe('a configuration file', () => {
    afterEach(async () => {
      await closeAll();
      await vscode.workspace.fs.delete(uriOf(path)).then(undefined, () => undefined);
    });

    // Before the file is opened: VS Code keeps the text of a closed document for a while, and with it the server.
    it('decides what is found as soon as it is there, and until it goes', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await write('rules: {missing-401: off}\n');
      await findingsWhen(document.uri, (rules) => rules.length > 0 && !rules.includes('missing-401'), 'no missing-401');
      await vscode.workspace.fs.delete(uriOf(path));
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401 again');
    });

    it('has its mistakes marked, each at its place', async () => {
      await write(withMistakes);
      const document = await open(path);
      const found = await findingsWhen(document.uri, (rules) => rules.length >= 5, 'five mistakes');
      assert.deepEqual(
        found.map((finding) => [ruleOf(finding), document.getText(finding.range)]),
        ['recomended', 'mising-403', 'acept', 'loud', '/vendor'].map((text) => ['invalid-configuration', text]),
      );
      await applyQuickFix(document.uri, find(document, found, 'invalid-configuration', 'mising-403'), 'Change to');
      await findingsWhen(document.uri, (rules) => rules.length === 4, 'four mistakes');
    });
  });
}
