// What the suites do in VS Code, through its API only: the same in the Node host and in the web host.
import { assert } from 'chai';
import * as vscode from 'vscode';

/** How long a suite waits for what must come. */
const limitMs = 20_000;

/** Opens a file of the workspace in the editor. */
export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  await vscode.window.showTextDocument(document);
  return document;
}

export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** A file's text on disk; undefined when there is none. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const read = await vscode.workspace.fs.readFile(uri).then(
    (bytes) => bytes,
    () => undefined,
  );
  return read && new TextDecoder('utf-8', { ignoreBOM: true }).decode(read);
}

export function write(path: string, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

/** Gives files the texts that they had before, and waits until documents that VS Code keeps open have them, too. */
export async function restore(texts: ReadonlyMap<string, string | undefined>): Promise<void> {
  for (const [path, text] of texts) if (text !== undefined && (await textOf(uriOf(path))) !== text) await write(path, text);
  const isAsBefore = ({ uri, getText }: vscode.TextDocument, path: string, text: string | undefined) =>
    uri.toString() !== uriOf(path).toString() || getText() === text;
  await until(
    () => [...texts].every(([path, text]) => vscode.workspace.textDocuments.every((document) => isAsBefore(document, path, text))),
    () => 'the texts as they were before',
  );
}

/** Deletes a file or a folder if it is there. */
export async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(uriOf(path), { recursive: true }).then(undefined, () => undefined);
}

/** Takes back all changes and closes all editors. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    // VS Code has documents of its own open, such as its settings.
    const isOurs = document.isUntitled || vscode.workspace.getWorkspaceFolder(document.uri);
    if (!document.isDirty || !isOurs) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Our diagnostics of a file. */
export function findings(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'auth-lint');
}

/** A diagnostic's rule. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the diagnostics of a file are as wanted, and gives them. */
export async function findingsWhen(
  uri: vscode.Uri,
  wanted: (rules: readonly string[]) => boolean,
  what: string,
): Promise<readonly vscode.Diagnostic[]> {
  await until(
    () => wanted(findings(uri).map(ruleOf)),
    () => `${what} in ${uri.path}; there are: ${findings(uri).map(ruleOf).join(', ') || 'none'}`,
  );
  return findings(uri);
}

/** Waits until something is true; fails with a message when it does not become so within `limit` milliseconds. */
export async function until(isTrue: () => boolean | Promise<boolean>, what: () => string, limit = limitMs): Promise<void> {
  const end = Date.now() + limit;
  while (!(await isTrue())) {
    if (Date.now() > end) assert.fail(`waited in vain for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The quick fixes at a diagnostic, with their edits. */
export function quickFixes(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<readonly vscode.CodeAction[]> {
  return codeActions(uri, range, vscode.CodeActionKind.QuickFix);
}

/** The code actions of a kind at a place, with their edits; fails when none come. */
export async function codeActions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  let actions: readonly vscode.CodeAction[] = [];
  // Right after activation VS Code may answer with nothing.
  await until(
    async () => {
      actions = await askForCodeActions(uri, range, kind);
      return actions.length > 0;
    },
    () => `code actions (${kind.value}) in ${uri.path}`,
  );
  return actions;
}

async function askForCodeActions(
  uri: vscode.Uri,
  range: vscode.Range,
  { value }: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, value, 20);
  } catch (error) {
    // VS Code cancels a request of its own when it hears of something new meanwhile; asked again, it answers.
    if (error instanceof Error && error.message.includes('Canceled')) return [];
    throw error;
  }
}

/** Applies the quick fix whose title contains `title`, as the light bulb's menu does. */
export async function applyQuickFix(uri: vscode.Uri, diagnostic: vscode.Diagnostic, title: string): Promise<void> {
  const actions = await quickFixes(uri, diagnostic);
  const action = actions.find((candidate) => candidate.title.includes(title));
  assert.ok(action?.edit, `a quick fix “${title}” with an edit; there are: ${actions.map((candidate) => candidate.title).join(' | ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was applied');
}

/** The diagnostic of a rule whose marked text is `text`. */
export function find(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  rule: string,
  text: string,
): vscode.Diagnostic {
  const found = diagnostics.find((diagnostic) => ruleOf(diagnostic) === rule && document.getText(diagnostic.range) === text);
  assert.ok(
    found,
    `${rule} on ${text}; there are: ${diagnostics.map((each) => `${ruleOf(each)} on ${document.getText(each.range)}`).join(', ')}`,
  );
  return found;
}
