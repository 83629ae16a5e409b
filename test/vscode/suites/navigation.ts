import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, open, remove, textOf, until, uriOf, write } from './window.ts';

const files: Readonly<Record<string, string>> = {
  'names/api.yaml': `openapi: 3.1.0
info: {title: Names, version: '1'}
security:
  - login: [read]
paths:
  /pets:
    $ref: paths/pets.json
components:
  responses:
    Unauthorized: {description: Who are you?}
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: 'https://names.example/token', scopes: {read: Read}}
`,
  'names/paths/pets.json': `{
  "get": {
    "security": [{ "login": ["read"] }, { "login": [] }],
    "responses": {
      "401": { "$ref": "../api.yaml#/components/responses/Unauthorized" },
      "200": { "description": "Pets", "content": { "application/json": { "schema": { "$ref": "../models.yaml#/Pet" } } } }
    }
  },
  "x-local": { "$ref": "#/get" }
}
`,
  'names/models.yaml': '# Models\r\nPet:\r\n  type: object\r\n',
};

/** The place of a text in a document, a little within it. */
function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  return document.positionAt(offset + 1);
}

/** A range's file and text. */
async function wordsAt(uri: vscode.Uri, range: vscode.Range): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  return `${uri.path.slice(uri.path.indexOf('/names/') + 1)}: ${document.getText(range)}`;
}

function ask<T>(command: string, document: vscode.TextDocument, text: string, ...rest: readonly unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, document.uri, placeOf(document, text), ...rest);
}

async function rename(document: vscode.TextDocument, text: string, newName: string): Promise<vscode.WorkspaceEdit> {
  return await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document, text, newName);
}

export function navigation(): void {
  describe('names', () => {
    let document: vscode.TextDocument;

    beforeEach(async () => {
      for (const [path, text] of Object.entries(files)) await write(path, text);
      document = await open('names/api.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
    });

    afterEach(async () => {
      await closeAll();
      await remove('names');
    });

    it('have definitions, and so has every reference', async () => {
      const targets = async (from: vscode.TextDocument, text: string) => {
        const found = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', from, text);
        return Promise.all(
          found.map(({ targetUri, targetSelectionRange, targetRange }) => wordsAt(targetUri, targetSelectionRange ?? targetRange)),
        );
      };
      assert.deepEqual(await targets(document, 'login'), ['names/api.yaml: login']);
      const part = await open('names/paths/pets.json');
      assert.deepEqual(await targets(part, 'read'), ['names/api.yaml: read']);
      assert.deepEqual(await targets(part, '../api.yaml'), ['names/api.yaml: Unauthorized']);
      assert.deepEqual(await targets(part, '../models.yaml'), ['names/models.yaml: Pet']);
    });

    it('have references in all files', async () => {
      const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document, 'login:\n');
      assert.sameMembers(await Promise.all(found.map(({ uri, range }) => wordsAt(uri, range))), [
        'names/api.yaml: login',
        'names/api.yaml: login',
        'names/paths/pets.json: login',
        'names/paths/pets.json: login',
      ]);
    });

    it('are renamed in all files, and undo restores every byte', async () => {
      const edit = await rename(document, 'login', 'token');
      assert.strictEqual(edit.size, 2);
      assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
      assert.strictEqual(document.getText(), files['names/api.yaml']?.replaceAll('login', 'token'));
      // VS Code saves the files of a refactoring.
      await until(
        async () => (await textOf(uriOf('names/paths/pets.json'))) === files['names/paths/pets.json']?.replaceAll('login', 'token'),
        () => 'the new name in the other file',
      );
      await findingsWhen(document.uri, (rules) => !rules.includes('undefined-security-scheme'), 'nothing undefined');
      // A person is asked whether this is to be undone in all files, which suites can't answer.
      for (const [path, text] of Object.entries(files)) {
        const undone = await open(path);
        if (undone.getText() !== text) await vscode.commands.executeCommand('undo');
        assert.strictEqual(undone.getText(), text);
      }
      await vscode.workspace.saveAll();
      for (const [path, text] of Object.entries(files)) assert.strictEqual(await textOf(uriOf(path)), text);
    });

    it('are not renamed by halves', async () => {
      const refusal = await rename(document, 'login', 'not a name').then(
        () => '',
        (error: Error) => error.message,
      );
      assert.include(refusal, '“not a name” is no name for a component');
    });

    it('are links where they are references, once each', async () => {
      const part = await open('names/paths/pets.json');
      const links = async () =>
        (await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', part.uri, 10)).map(
          ({ range, target }) => `${part.getText(range)} → ${target?.path.split('/').slice(-2).join('/')}#${target?.fragment}`,
        );
      await until(
        async () => (await links()).length >= 3,
        () => 'links',
      );
      const found = await links();
      assert.include(found, '../api.yaml#/components/responses/Unauthorized → names/api.yaml#L10,5');
      assert.include(found, '../models.yaml#/Pet → names/models.yaml#L2,1');
      assert.lengthOf(
        found.filter((link) => link.startsWith('#/get')),
        1,
        found.join('\n'),
      );
    });

    it('stand in an outline', async () => {
      let said: readonly string[] = [];
      const outline = async (): Promise<readonly string[]> => {
        const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
        return symbols.flatMap(({ name, detail, children }) => [
          `${name} ${detail}`,
          ...children.map((child) => `- ${child.name} ${child.detail}`),
        ]);
      };
      await until(
        async () => {
          said = await outline();
          return said.includes('- GET /pets login · 401 · no challenge');
        },
        () => `the outline; there is: ${said.join(', ')}`,
      );
      assert.includeMembers([...said], ['security login', '/pets ', 'Unauthorized ', 'securitySchemes ', '- login OAuth 2.0']);
    });
  });
}
