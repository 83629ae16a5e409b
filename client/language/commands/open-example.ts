import { type ExtensionContext, TabInputText, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Server } from '../../server.ts';

/** Opens a copy of the example as a new text: nothing is written anywhere, so that it works without a folder and in a browser. */
export async function openExample(_server: Server, { extensionUri }: ExtensionContext): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'examples', 'bookshop.yaml'));
  const document = await workspace.openTextDocument({ language: 'yaml', content: new TextDecoder().decode(bytes) });
  // Beside the walkthrough, so that both can be seen.
  const tab = window.tabGroups.activeTabGroup.activeTab;
  const isBesideSomething = tab !== undefined && !(tab.input instanceof TabInputText);
  await window.showTextDocument(document, { preview: false, viewColumn: isBesideSomething ? ViewColumn.Beside : ViewColumn.Active });
}
