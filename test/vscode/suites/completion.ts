import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, remove, until, write } from './window.ts';

const configurationFile = 'completed/.auth-lint.yaml';

export function completion(): void {
  describe('completion', () => {
    afterEach(async () => {
      await closeAll();
      await remove('completed');
    });

    it('offers the schemes of the description in a requirement, and nothing else', async () => {
      const document = await open('bookshop.yaml');
      await replace(document, 'security: [] # anybody', 'security: [{}] # anybody');
      assert.deepEqual(await offeredBehind(document, 'security: [{', 'bearerAuth'), ['bearerAuth']);
      assert.deepEqual(await offeredBehind(document, 'summary: Find'), []);
    });

    it('writes the 401 that is chosen while its key is typed', async () => {
      const document = await open('bookshop.yaml');
      const line = '          description: The book was added\n';
      await replace(document, line, `${line}        '4'\n`);
      await acceptBehind(document, "        '4", '401 → LoginNeeded');
      assert.include(document.getText(), `${line}        '401':\n          $ref: '#/components/responses/LoginNeeded'\n        '403':`);
    });

    it('goes on in the value of a parameter of a challenge, quotes escaped in JSON', async () => {
      const document = await open('payments.yaml');
      await replace(document, 'value: Bearer realm=Payments API', 'value: "Bearer "');
      await acceptBehind(document, 'value: "Bearer ', 'realm');
      assert.include(document.getText(), 'value: "Bearer realm=\\"Payments\\""\n');
      const selections = vscode.window.activeTextEditor?.selections.map((selection) => document.getText(selection));
      assert.deepEqual(selections, ['Payments']);
    });

    it('knows the words of the configuration file', async () => {
      await write(configurationFile, 'extends: strict\nrules:\n  missing-401: \n');
      const document = await open(configurationFile);
      assert.deepEqual(await offeredBehind(document, 'missing-401: ', 'off'), ['off', 'info', 'warning', 'error']);
    });
  });
}

/** Replaces the only place with this text. */
async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, before), after);
  assert.isTrue(await vscode.workspace.applyEdit(edit));
}

function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.isAtLeast(start, 0, `${text} is in the text`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The labels that are offered behind a text, in their order, once `awaited` is among them. */
async function offeredBehind(document: vscode.TextDocument, before: string, awaited?: string): Promise<readonly string[]> {
  const { end } = rangeOf(document, before);
  let labels: readonly string[] = [];
  await until(
    async () => {
      const command = 'vscode.executeCompletionItemProvider';
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, end);
      // What words of the text VS Code offers where there is nothing else is not ours.
      const ours = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
      const sorted = [...ours].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
      labels = sorted.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return awaited === undefined || labels.includes(awaited);
    },
    () => `${awaited} behind ${before}; there are: ${labels.slice(0, 5).join(', ')}`,
  );
  return labels;
}

/** Takes the first item of the list behind a text, as a person does. */
async function acceptBehind(document: vscode.TextDocument, before: string, label: string): Promise<void> {
  assert.equal((await offeredBehind(document, before, label))[0], label);
  const { end } = rangeOf(document, before);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(end, end);
  const { version } = document;
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await until(
    async () => {
      // The list takes its time to open: until then nothing is accepted.
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.version > version;
    },
    () => `${label} in the text`,
  );
}
