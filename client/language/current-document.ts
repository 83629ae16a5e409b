import { type TextDocument, window } from 'vscode';
import { isLintable } from '../documents.ts';

/**
 * The document that a command is about: that of the active editor, or where something else is active, such as the walkthrough, the
 * only one beside it; undefined when there is none.
 */
export function currentDocument(): TextDocument | undefined {
  if (window.activeTextEditor) return window.activeTextEditor.document;
  const [document, ...others] = new Set(window.visibleTextEditors.map((editor) => editor.document).filter(isLintable));
  return others.length === 0 ? document : undefined;
}
