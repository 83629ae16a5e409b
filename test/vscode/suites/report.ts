import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, remove, textOf, until, uriOf } from './window.ts';

/** The tabs that show the report. */
function reportTabs(): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('authLint.report'));
}

/** The report as a file, which is what the panel shows but for its links. */
async function exported(name: string): Promise<string> {
  await vscode.commands.executeCommand('authLint.exportReport', uriOf(name));
  return (await textOf(uriOf(name))) ?? '';
}

export function report(): void {
  describe('the report', () => {
    afterEach(async () => {
      await closeAll();
      for (const name of ['report.html', 'report.md', 'report.csv']) await remove(name);
    });

    it('opens in a panel, of which there is one', async () => {
      await vscode.commands.executeCommand('authLint.openReport');
      await until(
        () => reportTabs().length === 1,
        () => 'the panel',
      );
      await open('bookshop.yaml');
      await vscode.commands.executeCommand('authLint.openReport');
      assert.strictEqual(reportTabs().length, 1);
      await until(
        () => reportTabs()[0]?.isActive === true,
        () => 'the panel in front',
      );
    });

    it('shows the text of an operation beside it', async () => {
      await vscode.commands.executeCommand('authLint.openReport');
      await until(
        () => reportTabs()[0]?.isActive === true,
        () => 'the panel in front',
      );
      const uri = uriOf('library/paths/loans.yaml');
      await vscode.commands.executeCommand('authLint.showOperation', { uri: uri.toString(), position: { line: 8, character: 0 } });
      const editor = vscode.window.activeTextEditor;
      assert.strictEqual(editor?.document.uri.toString(), uri.toString());
      assert.strictEqual(editor?.selection.active.line, 8);
      assert.strictEqual(reportTabs()[0]?.isActive, true, 'the panel can still be seen');
    });

    it('shows nothing for what is no place', async () => {
      for (const target of [undefined, 'file:///a', { uri: 1, position: {} }, { uri: uriOf('bookshop.yaml').toString() }])
        await vscode.commands.executeCommand('authLint.showOperation', target);
      assert.strictEqual(vscode.window.activeTextEditor, undefined);
    });

    it('is written as a page that asks for nothing', async () => {
      const html = await exported('report.html');
      assert.match(html, /^<!doctype html>\n<html lang="en">/);
      assert.include(html, 'default-src &#39;none&#39;');
      for (const title of ['Bookshop', 'Library', 'Payments', 'Stockroom']) assert.include(html, `${title} <small>`);
      assert.include(html, '<b>11</b>');
      assert.notInclude(html, 'command:');
    });

    it('is written as Markdown and as CSV by the name of the file', async () => {
      assert.include(await exported('report.md'), '| `POST /loans` | secured | `login` | default | – | `library/paths/loans.yaml:9` |');
      assert.include(
        await exported('report.csv'),
        'library/openapi.yaml,Library,3.0.3,operation,post,/loans,secured,login,,default,false,',
      );
    });

    it('has what is typed and not saved', async () => {
      const document = await open('stockroom.json');
      const edit = new vscode.WorkspaceEdit();
      const title = document.getText().indexOf('Stockroom');
      edit.replace(document.uri, new vscode.Range(document.positionAt(title), document.positionAt(title + 9)), 'Storehouse');
      await vscode.workspace.applyEdit(edit);
      assert.include(await exported('report.md'), '## Storehouse');
    });
  });
}
