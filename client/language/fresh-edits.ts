import { CancellationError, type CodeAction, workspace } from 'vscode';

/**
 * Asks for the edit of a code action, and refuses it when a text that it is for has changed meanwhile: VS Code itself looks at no version
 * when it applies the edit of a code action.
 */
export async function freshEdits(ask: () => Promise<CodeAction | null | undefined>): Promise<CodeAction | null | undefined> {
  const before = versions();
  const action = await ask();
  const now = versions();
  const edited = action?.edit?.entries().map(([uri]) => uri.toString()) ?? [];
  if (edited.some((uri) => before.has(uri) && before.get(uri) !== now.get(uri))) throw new CancellationError();
  return action;
}

/** The versions of all open texts. */
function versions(): ReadonlyMap<string, number> {
  return new Map(workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]));
}
