import { assert } from 'chai';
import * as vscode from 'vscode';
import { applyQuickFix, closeAll, find, findingsWhen, open, until } from './window.ts';

export function suppression(): void {
  describe('a suppression', () => {
    afterEach(closeAll);

    it('is written by the light bulb, above the line', async () => {
      const document = await open('bookshop.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      const before = found.length;
      await applyQuickFix(document.uri, find(document, found, 'missing-401', 'get'), 'on this line');
      await findingsWhen(document.uri, (rules) => rules.length === before - 1, 'one finding less');
      assert.ok(document.getText().includes('    # auth-lint-ignore-next-line missing-401\n    get:\n'));
    });

    it('is written as a key in JSON', async () => {
      const document = await open('stockroom.json');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await applyQuickFix(document.uri, find(document, found, 'missing-401', '"get"'), 'for GET /shelves');
      await findingsWhen(document.uri, (rules) => !rules.includes('missing-401'), 'no missing-401');
      assert.deepEqual(JSON.parse(document.getText()).paths['/shelves'].get['x-auth-lint-ignore'], ['missing-401']);
    });

    it('is completed with the rule that is found there', async () => {
      const document = await open('bookshop.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      const { start } = find(document, found, 'missing-401', 'get').range;
      const line = '    # auth-lint-ignore-next-line ';
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(start.line, 0), `${line}\n`));
      let labels: readonly string[] = [];
      await until(
        async () => {
          const position = new vscode.Position(start.line, line.length);
          const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            position,
          );
          const sorted = [...list.items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
          labels = sorted.map(({ label }) => (typeof label === 'string' ? label : label.label));
          return labels[0] === 'missing-401';
        },
        () => `missing-401 first; there are: ${labels.slice(0, 5).join(', ')}`,
      );
    });
  });
}
