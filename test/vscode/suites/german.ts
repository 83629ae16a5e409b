import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, open, quickFixes, until } from './window.ts';

/** In a VS Code whose display language is German. */
export function german(): void {
  describe('with German as display language', () => {
    afterEach(closeAll);

    it('the manifest is German', () => {
      const { description, contributes } = vscode.extensions.getExtension('openapi-auth-lint.openapi-auth-lint')?.packageJSON ?? {};
      assert.match(description, /^Prüft, ob /);
      // VS Code keeps both: people find a command by its English name, too.
      const [{ title }] = contributes.commands;
      assert.deepEqual(title, { value: 'Diese Datei prüfen', original: 'Check This File' });
      const rules = contributes.configuration.properties['authLint.rules'].properties;
      assert.match(rules['missing-401'].markdownDescription, /^Eine gesicherte Operation /);
    });

    it('so is what the client says', async () => {
      await vscode.commands.executeCommand('authLint.openReport');
      const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      await until(
        () => labels().includes('Bericht zur Authentifizierung'),
        () => `a German title; there are: ${labels().join(', ')}`,
      );
    });

    it('so is what the server says, and findings are English', async () => {
      const document = await open('bookshop.yaml');
      const [finding] = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      assert.ok(finding);
      assert.match(finding.message, /documents no 401/);
      const titles = (await quickFixes(document.uri, finding)).map(({ title }) => title);
      assert.include(titles, 'Dokumentation zu missing-401 anzeigen');
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, finding.range.start);
      const words = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)));
      assert.include(words.join('\n'), 'Verlangt `bearerAuth` (HTTP-Authentifizierung, Schema `Bearer`).');
    });
  });
}
