import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codeActions, findingsWhen, open } from './window.ts';

/** The refactoring with this title at the first place of a text in a document, with its edit. */
async function refactoring(document: vscode.TextDocument, text: string, title: string): Promise<vscode.WorkspaceEdit> {
  const at = document.positionAt(document.getText().indexOf(text));
  const actions = await codeActions(document.uri, new vscode.Range(at, at), vscode.CodeActionKind.Refactor);
  const action = actions.find((candidate) => candidate.title.includes(title));
  assert.ok(action?.edit, `a refactoring “${title}” with an edit; there are: ${actions.map((candidate) => candidate.title).join(' | ')}`);
  return action.edit;
}

export function refactorings(): void {
  describe('refactorings', () => {
    afterEach(closeAll);

    it('document 401 for all operations, and one undo takes that back', async () => {
      const document = await open('bookshop.yaml');
      const before = document.getText();
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      assert.ok(await vscode.workspace.applyEdit(await refactoring(document, 'get:', 'on all')));
      await findingsWhen(document.uri, (rules) => rules.length > 0 && !rules.includes('missing-401'), 'no missing-401');
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      assert.strictEqual(document.getText(), before);
    });

    it('write a shared 401 out where it is used', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
      assert.ok(
        await vscode.workspace.applyEdit(await refactoring(document, "$ref: '#/components/responses/LoginNeeded'", 'Write out the shared')),
      );
      assert.match(document.getText(), /'401':\n {10}description: The token is missing or not valid\n/);
      assert.include(document.getText(), '    LoginNeeded:\n');
    });
  });
}
