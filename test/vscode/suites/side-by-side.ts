import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, open } from './window.ts';

const theirs = 'from the other extension';

/** Places of bookshop.yaml that have nothing to do with authentication. */
const ordinary = [
  'info:',
  'title: Bookshop',
  'summary: Find books',
  'operationId: addBook',
  'description: The books',
  'required: true',
  'in: path',
];

/** The suites' own extension stands for one with a YAML schema: it has something to say at every place. */
function anotherExtension(): vscode.Disposable {
  const selector = { language: 'yaml' };
  const item = new vscode.CompletionItem(theirs);
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(selector, { provideHover: () => new vscode.Hover(theirs) }),
    vscode.languages.registerCompletionItemProvider(selector, { provideCompletionItems: () => [item] }),
  );
}

export function sideBySide(): void {
  describe('beside an extension with a schema', () => {
    let other: vscode.Disposable;
    before(() => {
      other = anotherExtension();
    });
    after(() => other.dispose());
    afterEach(closeAll);

    for (const text of ordinary) {
      it(`only its hover and its completion appear at “${text}”`, async () => {
        const document = await open('bookshop.yaml');
        await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
        const offset = document.getText().indexOf(text);
        assert.ok(offset >= 0);
        for (const at of [0, 1, text.length]) {
          const position = document.positionAt(offset + at);
          const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
          const said = hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)));
          assert.deepEqual(said, [theirs]);
          const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            position,
          );
          assert.deepEqual([...new Set(list.items.filter(isOurs).map(({ label }) => label))], []);
          assert.ok(list.items.some(({ label }) => label === theirs));
        }
      });
    }
  });
}

/** VS Code itself offers the words of the text. */
function isOurs({ kind, label }: vscode.CompletionItem): boolean {
  return label !== theirs && kind !== vscode.CompletionItemKind.Text;
}
