import { Disposable, type TextDocument, workspace } from 'vscode';
import { isConfigurationFile, looksLikeEntry } from '../linter/workspace/sniff.ts';
import { isLintable } from './documents.ts';

/** How long a document must rest before it is looked at again, in milliseconds. */
const rest = 300;

/**
 * Calls `found` once, when a document is an API description: one that is open, is opened, or becomes one by typing. The linter's own
 * configuration files count, too.
 */
export function whenDescriptionOpens(found: () => void): Disposable {
  const resting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const listeners: Disposable[] = [];
  const stop = new Disposable(() => {
    for (const timer of resting.values()) clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  });
  const look = (document: TextDocument): boolean => {
    if (!isLintable(document)) return false;
    if (!isConfigurationFile(document.uri.path) && !looksLikeEntry(document.getText())) return false;
    stop.dispose();
    found();
    return true;
  };
  const lookLater = (document: TextDocument): void => {
    clearTimeout(resting.get(document));
    resting.set(
      document,
      setTimeout(() => resting.delete(document) && look(document), rest),
    );
  };
  if (workspace.textDocuments.some(look)) return stop;
  listeners.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => isLintable(document) && lookLater(document)),
  );
  return stop;
}
