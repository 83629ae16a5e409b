import { assert } from 'chai';
import * as vscode from 'vscode';
import { applyQuickFix, closeAll, find, findingsWhen, open, uriOf } from './window.ts';

export function fragments(): void {
  describe('a description in several files', () => {
    afterEach(closeAll);

    it('shows the findings of a fragment that is not open while its entry is', async () => {
      await open('library/openapi.yaml');
      await findingsWhen(uriOf('library/paths/loan.yaml'), (rules) => rules.includes('missing-401'), 'missing-401 of a closed fragment');
    });

    it('shows them in the open fragment, and a fix edits that file', async () => {
      await open('library/openapi.yaml');
      const fragment = await open('library/paths/loans.yaml');
      const found = await findingsWhen(fragment.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      const finding = find(fragment, found, 'missing-401', 'post');
      assert.match(finding.message, /only default/);
      await applyQuickFix(fragment.uri, finding, 'Add a 401');
      await findingsWhen(fragment.uri, (rules) => !rules.includes('missing-401'), 'no missing-401');
      assert.match(fragment.getText(), /"401":\n {6}\$ref: "\.\.\/openapi\.yaml#\/components\/responses\/Unauthorized"\n {4}default:/);
    });

    it('reports a shared 401 at the response, with its users', async () => {
      const entry = await open('library/openapi.yaml');
      const found = await findingsWhen(entry.uri, (rules) => rules.includes('missing-www-authenticate'), 'missing-www-authenticate');
      const finding = find(entry, found, 'missing-www-authenticate', 'Unauthorized');
      assert.ok(finding.relatedInformation?.some(({ location }) => location.uri.path.endsWith('loans.yaml')));
    });

    it('says nothing about a fragment whose entry is not open', async () => {
      await findingsWhen(uriOf('library/paths/loans.yaml'), (rules) => rules.length === 0, 'no findings left');
      const fragment = await open('library/paths/loans.yaml');
      const other = await open('bookshop.yaml');
      await findingsWhen(other.uri, (rules) => rules.length > 0, 'findings elsewhere');
      assert.deepEqual(vscode.languages.getDiagnostics(fragment.uri), []);
    });
  });
}
