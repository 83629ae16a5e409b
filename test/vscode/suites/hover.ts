import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, open, until } from './window.ts';

/** What hovers say in the middle of the first occurrence of a text, those of other extensions too. */
async function hoversOver(document: vscode.TextDocument, text: string): Promise<readonly string[]> {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${text} in ${document.uri.path}`);
  const position = document.positionAt(offset + Math.floor(text.length / 2));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((each) => (typeof each === 'string' ? each : each.value)));
}

/** Waits for a hover with some words. */
async function hoverWith(document: vscode.TextDocument, text: string, words: string): Promise<string> {
  let hovers: readonly string[] = [];
  await until(
    async () => {
      hovers = await hoversOver(document, text);
      return hovers.some((hover) => hover.includes(words));
    },
    () => `“${words}” over ${text}; there is: ${hovers.join(' | ') || 'nothing'}`,
  );
  return hovers.find((hover) => hover.includes(words)) ?? '';
}

export function hover(): void {
  describe('a hover', () => {
    afterEach(closeAll);

    it('tells of an operation what it needs, and links to where that is declared', async () => {
      const document = await open('bookshop.yaml');
      const words = await hoverWith(document, 'get:', 'Needs `bearerAuth` (HTTP authentication, scheme `Bearer`).');
      assert.match(words, /\[`bookshop\.yaml:9`\]\([^)]*bookshop\.yaml#L9,1\)/);
    });

    it('explains the parts of a challenge', async () => {
      const document = await open('payments.yaml');
      await hoverWith(document, 'realm="Payments"', '**`realm`**: Names the part of the server');
      await hoverWith(document, 'error="invalid_token"', 'This error goes with the status `401`.');
    });

    it('tells in a fragment what the description makes of it', async () => {
      const entry = await open('library/openapi.yaml');
      await findingsWhen(entry.uri, (rules) => rules.length > 0, 'findings');
      const fragment = await open('library/paths/loan.yaml');
      await hoverWith(fragment, 'delete', 'library/openapi.yaml:6');
    });

    it('is not over what is nothing to authentication', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
      for (const text of ['summary', 'Find books', "'200'", 'description', 'isbn', 'schema', 'type: string', '# A small']) {
        assert.deepEqual(await hoversOver(document, text), [], text);
      }
    });
  });
}
