import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, findings, findingsWhen, open, ruleOf, until, uriOf } from './window.ts';

/** The bookshop requires a scheme that nobody defined, which a person has to settle. */
const onlySuggestions = (rules: readonly string[]) => rules.join() === 'undefined-security-scheme';

export function commands(): void {
  describe('the palette', () => {
    afterEach(closeAll);

    it('has every command', async () => {
      await open('bookshop.yaml');
      const known = await vscode.commands.getCommands(true);
      const { commands } = vscode.extensions.getExtension('openapi-auth-lint.openapi-auth-lint')?.packageJSON.contributes ?? {};
      assert.isAbove(commands.length, 10);
      for (const { command } of commands) assert.ok(known.includes(command), command);
    });

    it('Fix All in This File leaves nothing that can be fixed safely', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('missing-401'), 'missing-401');
      await vscode.commands.executeCommand('authLint.fixAll');
      await findingsWhen(document.uri, onlySuggestions, 'nothing with a safe fix');
      assert.strictEqual(document.getText().match(/\$ref: '#\/components\/responses\/LoginNeeded'/g)?.length, 3);
      assert.strictEqual(document.getText().match(/WWW-Authenticate:/g)?.length, 1);
    });

    it('fixes all on save through source.fixAll.authLint', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.includes('misspelt-www-authenticate'), 'misspelt-www-authenticate');
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      let actions: readonly vscode.CodeAction[] = [];
      await until(
        async () => {
          actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            document.uri,
            whole,
            'source.fixAll.authLint',
            5,
          );
          return actions.length > 0;
        },
        () => 'source.fixAll.authLint',
      );
      assert.ok(actions[0]?.edit && (await vscode.workspace.applyEdit(actions[0].edit)));
      await findingsWhen(document.uri, onlySuggestions, 'nothing with a safe fix');
    });

    it('Check This File starts over after Restart Server', async () => {
      const document = await open('bookshop.yaml');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings');
      await vscode.commands.executeCommand('authLint.restartServer');
      await findingsWhen(document.uri, (rules) => rules.length > 0, 'findings after the restart');
    });

    it('Check Workspace shows the findings of files that are not open', async () => {
      await findingsWhen(uriOf('library/paths/loan.yaml'), (rules) => rules.length === 0, 'no findings yet');
      await vscode.commands.executeCommand('authLint.checkWorkspace');
      await findingsWhen(
        uriOf('stockroom.json'),
        (rules) => rules.includes('missing-401') && rules.includes('missing-security'),
        'findings of a closed file',
      );
      await findingsWhen(uriOf('library/paths/loan.yaml'), (rules) => rules.includes('missing-401'), 'findings of a closed fragment');
      assert.deepEqual(
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
        [],
        'open tabs',
      );
    });

    it('shows each finding once when a checked file is opened', async () => {
      const document = await open('stockroom.json');
      await findingsWhen(document.uri, (rules) => rules.length === 2, 'two findings');
      assert.deepEqual(findings(document.uri).map(ruleOf).sort(), ['missing-401', 'missing-security']);
    });
  });
}
