import { type TextDocument, type Uri, workspace } from 'vscode';

/** The languages in which descriptions are written. */
export const languages: readonly string[] = ['yaml', 'json', 'jsonc'];

/**
 * True for documents that a person could change: new ones, and those of file systems that can be written or hold a
 * workspace folder. It leaves out old versions (`git:`), output, notebook cells and whatever else looks like a document.
 */
export function isLintable(document: TextDocument): boolean {
  return languages.includes(document.languageId) && isFile(document.uri);
}

function isFile({ scheme }: Uri): boolean {
  const holdsFolder = (workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === scheme);
  return scheme === 'untitled' || holdsFolder || workspace.fs.isWritableFileSystem(scheme) === true;
}
