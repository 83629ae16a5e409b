import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, open, until } from './window.ts';

const change = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('authLint').update(name, value, vscode.ConfigurationTarget.Workspace);

async function lenses(document: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  return await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
}

/** Waits until the lenses of a document, as `line: title`, are as wanted, and gives them. */
async function lensesWhen(document: vscode.TextDocument, wanted: readonly string[]): Promise<readonly vscode.CodeLens[]> {
  let found: readonly vscode.CodeLens[] = [];
  const words = () => found.map(({ range, command }) => `${range.start.line + 1}: ${command?.title.replaceAll('\u00a0', ' ')}`);
  await until(
    async () => {
      found = await lenses(document);
      return words().join('\n') === wanted.join('\n');
    },
    () => `lenses; there are: ${words().join(' | ') || 'none'}`,
  );
  return found;
}

/** Waits until the inlay hints of a document, as `line: label`, are as wanted. */
async function hintsWhen(document: vscode.TextDocument, wanted: readonly string[]): Promise<void> {
  const range = new vscode.Range(0, 0, document.lineCount, 0);
  let words: readonly string[] = [];
  await until(
    async () => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, range);
      words = hints.map(({ position, label }) => `${position.line + 1}: ${labelOf(label)}`);
      return words.join('\n') === wanted.join('\n');
    },
    () => `hints; there are: ${words.join(' | ') || 'none'}`,
  );
}

function labelOf(label: vscode.InlayHint['label']): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

export function lensesAndHints(): void {
  describe('code lenses', () => {
    afterEach(async () => {
      await change('codeLens', undefined);
      await closeAll();
    });

    it('are there once they are wanted, and lead to what decides', async () => {
      const document = await open('bookshop.yaml');
      await lensesWhen(document, []);
      await change('codeLens', true);
      const [first] = await lensesWhen(document, [
        '13: $(lock) bearerAuth · $(x) no 401',
        '19: $(lock) bearerAuth or staffKey · $(x) no 401',
        '31: $(lock) bearerAuth · $(check) 401 · $(x) no challenge',
        '46: $(globe) public',
        '62: used by 3 operations',
      ]);
      assert.equal(first?.command?.command, 'authLint.showLocations');
      await vscode.commands.executeCommand('authLint.showLocations', ...(first?.command?.arguments ?? []));
      await vscode.commands.executeCommand('closeReferenceSearch');
    });
  });

  describe('inlay hints', () => {
    afterEach(async () => {
      await change('inlayHints', undefined);
      await closeAll();
    });

    it('say what operations inherit, unless they are switched off', async () => {
      const document = await open('bookshop.yaml');
      await hintsWhen(document, ['13: security: bearerAuth (inherited)', '31: security: bearerAuth (inherited)']);
      await change('inlayHints', false);
      await hintsWhen(document, []);
    });

    it('are in the files of a description, and follow its other files', async () => {
      const entry = await open('library/openapi.yaml');
      await findingsWhen(entry.uri, (rules) => rules.length > 0, 'findings');
      const fragment = await open('library/paths/loan.yaml');
      await hintsWhen(fragment, ['1: security: login (inherited)']);
      const edit = new vscode.WorkspaceEdit();
      const line = entry.positionAt(entry.getText().indexOf('  - login: []')).line;
      edit.replace(entry.uri, new vscode.Range(line, 0, line, 100), '  []');
      await vscode.workspace.applyEdit(edit);
      await hintsWhen(fragment, ['1: security: public (inherited)']);
    });
  });
}
