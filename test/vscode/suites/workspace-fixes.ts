import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  applyQuickFix,
  closeAll,
  find,
  findings,
  findingsWhen,
  open,
  remove,
  restore,
  ruleOf,
  textOf,
  until,
  uriOf,
  write,
} from './window.ts';

const paths = [
  'bookshop.yaml',
  'payments.yaml',
  'stockroom.json',
  'library/openapi.yaml',
  'library/paths/loan.yaml',
  'library/paths/loans.yaml',
];

const api = `openapi: 3.1.0
info: {title: Errors, version: '1'}
servers: [{url: 'https://errors.example'}]
security: [{bearer: []}]
paths:
  /errors:
    get:
      responses:
        '200': {description: Fine}
        '404':
          $ref: responses/NotFound.yaml
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;

/** The texts of the examples on disk. */
async function texts(): Promise<ReadonlyMap<string, string | undefined>> {
  return new Map(await Promise.all(paths.map(async (path) => [path, await textOf(uriOf(path))] as const)));
}

/** Runs Fix All in Workspace, and answers the refactor preview that it shows by one of its commands. */
async function fixWorkspace(answer: 'apply' | 'discard'): Promise<void> {
  let isDone = false;
  const command = vscode.commands.executeCommand('authLint.fixAllInWorkspace').then(() => {
    isDone = true;
  });
  await until(
    async () => {
      // As long as there is no preview this does nothing.
      if (!isDone) await vscode.commands.executeCommand(`refactorPreview.${answer}`);
      return isDone;
    },
    () => 'the refactor preview',
  );
  await command;
}

export function workspaceFixes(): void {
  describe('Fix All in Workspace', () => {
    let before: ReadonlyMap<string, string | undefined>;

    beforeEach(async () => {
      before = await texts();
    });

    afterEach(async () => {
      await closeAll();
      await restore(before);
      // VS Code tells of files after a while, and a preview does not outlive that.
      for (const path of ['bookshop.yaml', 'stockroom.json', 'library/paths/loans.yaml'])
        await findingsWhen(uriOf(path), (rules) => rules.includes('missing-401'), 'missing-401 again');
    });

    it('changes nothing when its preview is discarded', async () => {
      await fixWorkspace('discard');
      assert.deepEqual(await texts(), before);
    });

    it('fixes everything that is safe, in files that are not open too, when it is applied', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await fixWorkspace('apply');
      await findingsWhen(document.uri, (rules) => rules.join() === 'undefined-security-scheme', 'nothing with a safe fix');
      for (const path of ['stockroom.json', 'library/paths/loans.yaml'])
        await findingsWhen(uriOf(path), (rules) => !rules.includes('missing-401'), 'no missing-401');
      // VS Code saves the files of a refactoring.
      const after = await texts();
      for (const path of paths) assert.notStrictEqual(after.get(path), before.get(path), path);
      // The second time there is nothing to preview.
      await vscode.commands.executeCommand('authLint.fixAllInWorkspace');
      assert.deepEqual(await texts(), after);
    });

    it('gets back every byte of all files by one undo', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await fixWorkspace('apply');
      assert.notDeepEqual(await texts(), before);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      const undone = await Promise.all(
        paths.map(async (path) => [path, (await vscode.workspace.openTextDocument(uriOf(path))).getText()] as const),
      );
      assert.deepEqual(new Map(undone), before);
    });
  });

  describe('a fix of several files', () => {
    afterEach(async () => {
      await closeAll();
      await remove('errors');
    });

    it('makes the file that it needs', async () => {
      await write('errors/api.yaml', api);
      await write('errors/responses/NotFound.yaml', 'description: Nothing is there\n');
      const document = await open('errors/api.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await applyQuickFix(document.uri, find(document, found, 'missing-401', 'get'), 'shared as “Unauthorized”');
      await findingsWhen(document.uri, (rules) => rules.length === 0, 'nothing');
      const made = await open('errors/responses/Unauthorized.yaml');
      assert.ok(made.getText().includes('WWW-Authenticate:'), made.getText());
      assert.ok(document.getText().includes('$ref: responses/Unauthorized.yaml'), document.getText());
      assert.deepEqual(findings(made.uri).map(ruleOf), []);
      // One step takes back all of it.
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      assert.strictEqual(document.getText(), api);
      await until(
        async () => (await textOf(made.uri)) === undefined,
        () => 'the new file to go',
      );
    });

    it('is refused by VS Code when the file is there by then', async () => {
      await write('errors/api.yaml', api);
      await write('errors/responses/NotFound.yaml', 'description: Nothing is there\n');
      const document = await open('errors/api.yaml');
      const edit = new vscode.WorkspaceEdit();
      edit.createFile(uriOf('errors/responses/NotFound.yaml'), { overwrite: false, ignoreIfExists: false });
      edit.insert(document.uri, new vscode.Position(0, 0), '# Not to be seen\n');
      assert.strictEqual(await vscode.workspace.applyEdit(edit), false);
      assert.strictEqual(document.getText(), api);
      assert.strictEqual(await textOf(uriOf('errors/responses/NotFound.yaml')), 'description: Nothing is there\n');
    });
  });
}
