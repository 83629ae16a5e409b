import { commands, type ExtensionContext, env, l10n, Uri, window, workspace } from 'vscode';
import type { Server } from '../../server.ts';
import type { ReportFormat } from '../report/report-request.ts';
import { makeReport } from './open-report.ts';

/** The names that files of each format end with, the usual one first. */
const extensions: Readonly<Record<ReportFormat, readonly string[]>> = { html: ['html', 'htm'], markdown: ['md', 'markdown'], csv: ['csv'] };

/** Writes the coverage of all descriptions in the workspace into a file: the one named, or one that the person chooses. */
export async function exportReport(server: Server, _context: ExtensionContext, target: unknown): Promise<void> {
  const uri = target instanceof Uri ? target : await chooseFile();
  const client = uri && (await server.start());
  const text = client && (await makeReport(client, formatOf(uri), false));
  if (text === undefined || !uri) return;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  void tell(uri);
}

async function chooseFile(): Promise<Uri | undefined> {
  const formats: readonly { readonly label: string; readonly format: ReportFormat; readonly detail: string }[] = [
    { label: 'HTML', format: 'html', detail: l10n.t('A page for any browser, in one file') },
    { label: 'Markdown', format: 'markdown', detail: l10n.t('Tables for a pull request or a wiki') },
    { label: 'CSV', format: 'csv', detail: l10n.t('A row for each operation, for spreadsheets') },
  ];
  const picked = await window.showQuickPick(formats, { placeHolder: l10n.t('Which format?') });
  if (!picked) return undefined;
  const names = extensions[picked.format];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    filters: { [picked.label]: [...names] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `auth-report.${names[0]}`) }),
  });
}

/** The format that a file's name asks for; HTML when it asks for none. */
function formatOf({ path }: Uri): ReportFormat {
  const formats = Object.keys(extensions) as ReportFormat[];
  return formats.find((format) => extensions[format].some((name) => path.toLowerCase().endsWith(`.${name}`))) ?? 'html';
}

/** The command has ended when this asks: nobody needs to answer. */
async function tell(uri: Uri): Promise<void> {
  const show = l10n.t('Open');
  const chosen = await window.showInformationMessage(l10n.t('The report was written to {0}.', workspace.asRelativePath(uri)), show);
  if (chosen !== show) return;
  // As a text, HTML is of no use to anybody.
  if (formatOf(uri) === 'html' && uri.scheme === 'file') await env.openExternal(uri);
  else await commands.executeCommand('vscode.open', uri);
}
