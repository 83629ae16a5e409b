import { type Command, l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import { methodName, type OperationPart, type SchemePart, type Target } from '../../../server/protocol.ts';
import type { EntryNode, GroupNode, OperationGroup, TreeNode } from './nodes.ts';

/** A node as VS Code shows it. */
export function treeItem(node: TreeNode): TreeItem {
  const item = itemOf(node);
  item.id = node.id;
  return item;
}

function itemOf(node: TreeNode): TreeItem {
  switch (node.kind) {
    case 'entry':
      return entryItem(node);
    case 'group':
      return groupItem(node);
    case 'scheme':
      return schemeItem(node.scheme);
    case 'operation':
      return operationItem(node.operation);
  }
}

function entryItem({ entry, isOnly }: EntryNode): TreeItem {
  const uri = Uri.parse(entry.uri);
  // In a workspace of several folders the path begins with the folder's name.
  const path = workspace.asRelativePath(uri);
  const item = new TreeItem(entry.title || path, isOnly ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  const count = counted(entry.operations);
  item.resourceUri = uri;
  item.iconPath = ThemeIcon.File;
  item.description = entry.title ? path : count;
  item.tooltip = `${path}\n${l10n.t('OpenAPI {0}', entry.version)} · ${count}`;
  item.accessibilityInformation = { label: l10n.t('{0}, API description in {1}, {2}', entry.title || path, path, count) };
  item.contextValue = 'entry';
  return item;
}

function groupItem({ group, parts }: GroupNode): TreeItem {
  const label = group === 'schemes' ? l10n.t('Security schemes') : groupLabel(group);
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.description = String(parts.length);
  item.iconPath = group === 'schemes' ? new ThemeIcon('key') : groupIcon(group);
  item.tooltip = group === 'schemes' ? label : groupTooltip(group);
  const count = group === 'schemes' ? l10n.t('{0} schemes', parts.length) : counted(parts.length);
  item.accessibilityInformation = { label: l10n.t('{0}: {1}', label, count) };
  return item;
}

function schemeItem(scheme: SchemePart): TreeItem {
  const item = new TreeItem(scheme.name);
  const count = counted(scheme.operations);
  item.description = `${scheme.type} · ${count}`;
  item.iconPath = new ThemeIcon('key');
  item.tooltip = l10n.t('Security scheme {0} of type {1}: {2} name it.', scheme.name, scheme.type, count);
  item.accessibilityInformation = { label: item.tooltip };
  item.command = show(scheme);
  return item;
}

function operationItem(operation: OperationPart): TreeItem {
  const name = `${methodName(operation.method)} ${operation.path}`;
  const label = groupLabel(operation.coverage);
  const schemes = operation.schemes.join(', ');
  const item = new TreeItem(name);
  item.description = schemes;
  item.iconPath = groupIcon(operation.coverage);
  item.tooltip = schemes ? `${name}\n${label}\n${l10n.t('Security: {0}', schemes)}` : `${name}\n${label}`;
  item.accessibilityInformation = { label: schemes ? `${name}, ${label}, ${schemes}` : `${name}, ${label}` };
  item.command = show(operation);
  return item;
}

function counted(operations: number): string {
  return operations === 1 ? l10n.t('1 operation') : l10n.t('{0} operations', operations);
}

function groupLabel(group: OperationGroup): string {
  return {
    challenge: l10n.t('401 with challenge'),
    bare: l10n.t('401 without challenge'),
    none: l10n.t('No 401'),
    optional: l10n.t('Authentication optional'),
    public: l10n.t('Public'),
    undeclared: l10n.t('Security undeclared'),
  }[group];
}

function groupTooltip(group: OperationGroup): string {
  return {
    challenge: l10n.t('Secured operations whose 401 has a WWW-Authenticate header.'),
    bare: l10n.t('Secured operations whose 401 has no WWW-Authenticate header.'),
    none: l10n.t('Secured operations that document no 401 of their own.'),
    optional: l10n.t('Operations that accept credentials and work without.'),
    public: l10n.t('Operations that need no credentials, on purpose.'),
    undeclared: l10n.t('Operations that say nothing about security.'),
  }[group];
}

/** Each has a shape of its own: nothing is said by colour alone. */
function groupIcon(group: OperationGroup): ThemeIcon {
  return {
    challenge: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
    bare: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
    none: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
    optional: new ThemeIcon('unlock'),
    public: new ThemeIcon('globe'),
    undeclared: new ThemeIcon('question'),
  }[group];
}

function show({ uri, range: { start } }: Target): Command {
  const at = { line: start.line, character: start.character };
  return {
    title: l10n.t('Go to Text'),
    command: 'vscode.open',
    arguments: [Uri.parse(uri), { selection: { start: at, end: at } }],
  };
}
