import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdits } from '../../linter/index.ts';
import { lspRange, type Texts } from './texts.ts';

/**
 * Edits as the client applies them. With `documentChanges` they name the versions they were made for, so that a client
 * whose text has moved on refuses them.
 */
export function workspaceEdit(files: readonly FileEdits[], texts: Texts, documentChanges: boolean): WorkspaceEdit {
  const changed = files.filter(({ edits }) => edits.length > 0);
  if (documentChanges) return { documentChanges: changed.map((file) => documentEdit(file, texts)) };
  return { changes: Object.fromEntries(changed.map((file) => [texts.clientUri(file.file), textEdits(file, texts)])) };
}

function documentEdit(file: FileEdits, texts: Texts): TextDocumentEdit {
  return { textDocument: { uri: texts.clientUri(file.file), version: texts.version(file.file) }, edits: textEdits(file, texts) };
}

function textEdits({ file, edits }: FileEdits, texts: Texts): TextEdit[] {
  return edits.map(({ range, text }) => ({ range: lspRange(texts, file, range), newText: text }));
}
