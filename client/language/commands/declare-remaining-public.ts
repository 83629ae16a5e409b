import { l10n, type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import {
  type DeclarePublicParams,
  type DeclarePublicResult,
  type FileParams,
  methodName,
  methods,
  type UndeclaredGroup,
  type UndeclaredOperation,
  type UndeclaredResult,
} from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { applyEdit } from '../apply-edit.ts';
import { currentDocument } from '../current-document.ts';

interface OperationItem extends QuickPickItem {
  readonly operation?: UndeclaredOperation;
}

/** Declares operations public that say nothing about security: those of the description at hand that the person leaves ticked. */
export async function declareRemainingPublic(server: Server): Promise<void> {
  const document = currentDocument();
  const client = document && (await server.start());
  if (!document || !client) return;
  const params: FileParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const undeclared = await client.sendRequest<UndeclaredResult>(methods.undeclared, params);
  if (!undeclared?.length) {
    void window.showInformationMessage(nothingToDeclare(undeclared, workspace.asRelativePath(document.uri)));
    return;
  }
  const operations = await pick(undeclared);
  if (operations.length === 0) return;
  const chosen: DeclarePublicParams = { ...params, operations: operations.map(({ uri, pointer }) => ({ uri, pointer })) };
  const edit = await client.sendRequest<DeclarePublicResult>(methods.declarePublic, chosen);
  if (edit) await applyEdit(client, edit, false);
  else void window.showWarningMessage(l10n.t('The text changed in the meantime, nothing was declared. Try again.'));
}

function nothingToDeclare(undeclared: UndeclaredResult, name: string): string {
  return undeclared
    ? l10n.t('Every operation says whether it is public.')
    : l10n.t('{0} is no API description, and no description that was checked refers to it.', name);
}

/** Which of them; none when the person thinks better of it. */
async function pick(undeclared: readonly UndeclaredGroup[]): Promise<readonly UndeclaredOperation[]> {
  const items = undeclared.flatMap(({ name, operations }): OperationItem[] => [
    { label: name, kind: QuickPickItemKind.Separator },
    ...operations.map((operation) => ({
      label: `${methodName(operation.method)} ${operation.path}`,
      description: operation.tags.join(', '),
      picked: true,
      operation,
    })),
  ]);
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Declare Operations Public'),
    placeHolder: l10n.t('Which operations need no credentials? They get “security: []”.'),
    matchOnDescription: true,
  });
  return (picked ?? []).flatMap(({ operation }) => operation ?? []);
}
