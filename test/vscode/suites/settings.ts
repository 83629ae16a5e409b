import * as vscode from 'vscode';
import { closeAll, findingsWhen, open } from './window.ts';

const change = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('authLint').update(name, value, vscode.ConfigurationTarget.Workspace);

export function settings(): void {
  describe('settings', () => {
    afterEach(async () => {
      for (const name of ['enable', 'preset', 'rules']) await change(name, undefined);
      await closeAll();
    });

    it('choose the preset', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0 && !rules.includes('missing-403'), 'findings without missing-403');
      await change('preset', 'all');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401-body'), 'missing-401-body');
      await change('preset', undefined);
      await findingsWhen(document.uri, (rules) => rules.length > 0 && !rules.includes('missing-401-body'), 'no missing-401-body');
    });

    it('change single rules', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await change('rules', { 'missing-401': 'off' });
      await findingsWhen(document.uri, (rules) => rules.length > 0 && !rules.includes('missing-401'), 'no missing-401');
    });

    it('switch the linter off and on', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
      await change('enable', false);
      await findingsWhen(document.uri, (rules) => rules.length === 0, 'nothing');
      await change('enable', undefined);
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
    });
  });
}
