import { assert } from 'chai';
import * as vscode from 'vscode';
import { applyQuickFix, closeAll, find, findings, findingsWhen, open, quickFixes, ruleOf } from './window.ts';

export function findingAndFix(): void {
  describe('a finding and its fix', () => {
    afterEach(closeAll);

    it('marks the method of an operation without a 401, with a link to the rule’s page', async () => {
      const document = await open('bookshop.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      const finding = find(document, found, 'missing-401', 'get');
      assert.strictEqual(finding.severity, vscode.DiagnosticSeverity.Warning);
      assert.match(finding.message, /^GET \/books requires bearerAuth but documents no 401 response/);
      assert.ok(typeof finding.code === 'object' && finding.code.target.path.endsWith('missing-401.md'), 'a link to the page');
      assert.ok(finding.relatedInformation?.some(({ message }) => message.includes('security requirement')));
    });

    it('is gone when the light bulb’s fix was applied', async () => {
      const document = await open('bookshop.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      const before = found.filter((finding) => ruleOf(finding) === 'missing-401').length;
      await applyQuickFix(document.uri, find(document, found, 'missing-401', 'get'), 'Add a 401');
      await findingsWhen(
        document.uri,
        (rules) => rules.filter((rule) => rule === 'missing-401').length === before - 1,
        'one missing-401 less',
      );
      assert.match(
        document.getText(),
        /description: The books that were found\n {8}'401':\n {10}\$ref: '#\/components\/responses\/LoginNeeded'\n/,
      );
    });

    it('creates a shared response where there is none', async () => {
      const document = await open('stockroom.json');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await applyQuickFix(document.uri, find(document, found, 'missing-401', '"get"'), 'shared as “Unauthorized”');
      await findingsWhen(document.uri, (rules) => !rules.includes('missing-401'), 'no missing-401');
      const api = JSON.parse(document.getText());
      assert.strictEqual(api.paths['/shelves'].get.responses['401'].$ref, '#/responses/Unauthorized');
      assert.property(api.responses.Unauthorized.headers, 'WWW-Authenticate');
    });

    it('renames a misspelt header', async () => {
      const document = await open('bookshop.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('misspelt-www-authenticate'), 'misspelt-www-authenticate');
      await applyQuickFix(document.uri, find(document, found, 'misspelt-www-authenticate', 'WWW_Authenticate'), 'Rename');
      await findingsWhen(document.uri, (rules) => !rules.includes('misspelt-www-authenticate'), 'no misspelt-www-authenticate');
      assert.ok(document.getText().includes('\n        WWW-Authenticate:\n'));
    });

    it('offers the preferred fix first, and one of several files', async () => {
      const document = await open('bookshop.yaml');
      const found = await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      const actions = await quickFixes(document.uri, find(document, found, 'missing-401', 'get'));
      assert.strictEqual(actions[0]?.isPreferred, true);
      assert.ok(actions.some(({ title }) => title.includes('written out here')));
      assert.ok(actions.some(({ command }) => command?.command === 'authLint.showRuleDocumentation'));
    });

    it('says nothing about plain YAML', async () => {
      const plain = await vscode.workspace.openTextDocument({ language: 'yaml', content: 'responses:\n  200: fine\nsecurity: []\n' });
      await vscode.window.showTextDocument(plain);
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
      assert.deepEqual(findings(plain.uri), []);
    });

    it('keeps its other findings while an operation is half typed', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      const editor = await vscode.window.showTextDocument(document);
      const end = document.positionAt(document.getText().indexOf('    post:'));
      await editor.edit((edit) => edit.insert(end, '    put:\n      responses:\n        "200\n'));
      await findingsWhen(document.uri, (rules) => rules.includes('syntax-error') && rules.includes('missing-401'), 'both kinds of finding');
    });
  });
}
