import { commands, type ExtensionContext, l10n, Uri, window } from 'vscode';
import { methods, type RulesResult } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';

/** Shows the page of a rule: the one named, or one that the person picks. */
export async function showRuleDocumentation(server: Server, { extensionUri }: ExtensionContext, rule: unknown): Promise<void> {
  const id = typeof rule === 'string' ? rule : await pickRule(server);
  if (id === undefined || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return;
  const page = Uri.joinPath(extensionUri, 'docs', 'rules', `${id}.md`);
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    // Without VS Code's own Markdown extension there is still the text.
    await commands.executeCommand('vscode.open', page);
  }
}

async function pickRule(server: Server): Promise<string | undefined> {
  const client = await server.start();
  if (!client) return undefined;
  const rules = await client.sendRequest<RulesResult>(methods.rules);
  const items = rules.map(({ id, summary, category }) => ({ label: id, description: category, detail: summary }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which rule?'), matchOnDetail: true });
  return picked?.label;
}
