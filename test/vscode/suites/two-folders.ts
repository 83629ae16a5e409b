import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, findings, findingsWhen, ruleOf } from './window.ts';

/** Opens a file of one of the workspace's folders. */
async function openIn(folder: string, path: string): Promise<vscode.TextDocument> {
  const root = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder);
  assert.ok(root, folder);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root.uri, path));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** In a workspace of two folders with a configuration each. */
export function twoFolders(): void {
  describe('a workspace of two folders', () => {
    afterEach(closeAll);

    it('has in each what its configuration says: the same text, other findings', async () => {
      const strict = await openIn('strict', 'api.yaml');
      const minimal = await openIn('minimal', 'api.yaml');
      assert.strictEqual(strict.getText(), minimal.getText());
      await findingsWhen(strict.uri, (rules) => rules.includes('missing-401-body'), 'missing-401-body');
      await findingsWhen(minimal.uri, (rules) => rules.includes('missing-www-authenticate'), 'missing-www-authenticate');
      assert.notInclude(findings(minimal.uri).map(ruleOf), 'missing-401-body');
    });

    it('shows a finding of a fragment once, though two descriptions refer to it', async () => {
      await openIn('minimal', 'one.yaml');
      await openIn('minimal', 'other.yaml');
      const fragment = await openIn('minimal', 'shared.yaml');
      const [finding, ...others] = await findingsWhen(fragment.uri, (rules) => rules.length > 0, 'a finding');
      assert.ok(finding);
      assert.strictEqual(ruleOf(finding), 'missing-401');
      assert.deepEqual(others, []);
    });

    it('is checked as a whole', async () => {
      await vscode.commands.executeCommand('authLint.checkWorkspace');
      const roots = vscode.workspace.workspaceFolders ?? [];
      assert.strictEqual(roots.length, 2);
      for (const { uri } of roots) await findingsWhen(vscode.Uri.joinPath(uri, 'api.yaml'), (rules) => rules.length > 0, 'findings');
    });
  });
}
