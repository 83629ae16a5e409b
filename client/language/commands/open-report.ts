import { l10n, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { methods, type ReportResult } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { ReportPanel } from '../report/report-panel.ts';
import { type ReportFormat, reportParams } from '../report/report-request.ts';
import { requestWithProgress } from '../request-with-progress.ts';

let open: ReportPanel | undefined;

/** The report that is open; undefined when there is none. */
export function openPanel(): ReportPanel | undefined {
  return open;
}

/** Shows the coverage of all descriptions in the workspace, in one panel. */
export async function openReport(server: Server): Promise<void> {
  const client = await server.start();
  const page = client && (await makeReport(client, 'html', true));
  if (client && page !== undefined) show(server, client, page);
}

/** Fills a panel that VS Code has kept. */
export async function restoreReport(server: Server, panel: WebviewPanel): Promise<void> {
  const client = await server.start();
  const page = client && (await makeReport(client, 'html', true));
  if (client && page !== undefined && !open) keep(new ReportPanel(server, client, page, panel));
  else panel.dispose();
}

/** The report on all descriptions in the workspace; undefined when the person stopped it. */
export async function makeReport(client: BaseLanguageClient, format: ReportFormat, links: boolean): Promise<string | undefined> {
  const params = reportParams(format, { search: true, links });
  const result = await requestWithProgress<ReportResult>(client, methods.report, l10n.t('Checking API descriptions'), params);
  return result.cancelled ? undefined : result.text;
}

function show(server: Server, client: BaseLanguageClient, page: string): void {
  if (open) open.reveal(page);
  else keep(new ReportPanel(server, client, page));
}

function keep(panel: ReportPanel): void {
  open = panel;
  panel.onDidDispose(() => {
    panel.dispose();
    open = undefined;
  });
}
