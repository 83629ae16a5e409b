import { commands, type Disposable, type Event, EventEmitter, type TreeDataProvider, type TreeItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type EntriesResult, type EntryPartsResult, type FileParams, methods } from '../../../server/protocol.ts';
import { entryNode, groupNodes, type TreeNode } from './nodes.ts';
import { treeItem } from './tree-item.ts';

/** How long changes are gathered before the tree is shown anew, in milliseconds. */
const rest = 250;

/** The view “API Authentication” in the Explorer. VS Code asks for what is unfolded, and only while the view can be seen. */
export class AuthenticationTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #disposables: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isShown = false;

  constructor(client: BaseLanguageClient, onEntriesChanged: Event<void>) {
    this.#client = client;
    this.#disposables = [
      this.#changed,
      window.createTreeView('authLint.authentication', { treeDataProvider: this, showCollapseAll: true }),
      onEntriesChanged(() => this.#changedSoon()),
      commands.registerCommand('authLint.refreshTree', () => this.#changed.fire()),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  getTreeItem(node: TreeNode): TreeItem {
    return treeItem(node);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node && node.kind !== 'entry') return node.kind === 'group' ? [...node.parts] : [];
    // A server that was stopped, or has died, has nothing to tell; the next one says when it has.
    if (!this.#client.isRunning()) return [];
    return node ? this.#groupsOf(node.entry.uri) : this.#entries();
  }

  async #entries(): Promise<TreeNode[]> {
    const entries = await this.#client.sendRequest<EntriesResult>(methods.entries);
    return entries.map((entry) => entryNode(entry, entries.length === 1));
  }

  async #groupsOf(uri: string): Promise<TreeNode[]> {
    const params: FileParams = { uri };
    return groupNodes(uri, await this.#client.sendRequest<EntryPartsResult>(methods.entryParts, params));
  }

  /** The view comes with the first description and stays: a view that goes and comes would move all others. */
  #changedSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#changed.fire();
      if (!this.#isShown) void this.#showWhereEntryIs();
    }, rest);
  }

  async #showWhereEntryIs(): Promise<void> {
    const entries = await this.#entries().catch(() => []);
    if (entries.length === 0) return;
    this.#isShown = true;
    await commands.executeCommand('setContext', 'authLint.hasDescription', true);
  }
}
