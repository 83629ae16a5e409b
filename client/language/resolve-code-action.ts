import { CancellationError, type CancellationToken, type CodeAction } from 'vscode';
import { type BaseLanguageClient, CodeActionResolveRequest, LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { showRefusalCommand } from '../show-refusal.ts';

/**
 * Asks the server for the edit of a code action. VS Code applies it whatever its versions are: one for a text that has moved on is refused
 * here. What the server refuses gets a command that says why: VS Code asks already when the mouse is over an action, and runs it when the
 * action is chosen.
 */
export async function resolveCodeAction(client: BaseLanguageClient, action: CodeAction, token: CancellationToken): Promise<CodeAction> {
  try {
    const unresolved = client.code2ProtocolConverter.asCodeActionSync(action);
    const resolved = await client.sendRequest(CodeActionResolveRequest.type, unresolved, token);
    const converted = await client.protocol2CodeConverter.asCodeAction(resolved, token);
    if (resolved.edit && !client.validateWorkspaceEdit(resolved.edit)) throw new CancellationError();
    return converted ?? action;
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    if (error.code !== LSPErrorCodes.RequestFailed) return client.handleFailedRequest(CodeActionResolveRequest.type, token, error, action);
    return { ...action, command: { title: action.title, command: showRefusalCommand, arguments: [error.message] } };
  }
}
