import { type Disposable, l10n, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { methods, type ReportResult, showOperationCommand } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { reportParams } from './report-request.ts';

/** By this VS Code knows the panel when a window is loaded again. */
const viewType = 'authLint.report';

/** How long changes are gathered before the report is made anew, in milliseconds. */
const rest = 400;

/** The page may run its script, and the one command behind its links. It needs no files. */
const options = { enableScripts: true, enableCommandUris: [showOperationCommand], localResourceRoots: [] };

/** The panel with the coverage report. It follows the descriptions while it can be seen, and takes no time otherwise. */
export class ReportPanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #client: BaseLanguageClient;
  readonly #server: Server;
  readonly #disposables: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest page. */
  #page = '';
  /** True when there are other results than those of the page. */
  #isStale = false;
  /** True when the server does not know any more which descriptions there are: it has been started again. */
  #mustSearch = false;
  #isDisposed = false;

  /** A panel with a page; `panel` is one that VS Code has kept. */
  constructor(server: Server, client: BaseLanguageClient, page: string, panel = newPanel()) {
    this.#server = server;
    this.#client = client;
    this.#panel = panel;
    this.#disposables = [
      panel,
      // It says when it has loaded: VS Code makes it anew, from the first page, whenever it is seen again.
      panel.webview.onDidReceiveMessage(() => panel.webview.html !== this.#page && this.#send()),
      panel.onDidChangeViewState(() => this.#isStale && this.#refreshSoon()),
      server.onEntriesChanged(() => this.#refreshSoon()),
      client.onDidChangeState(({ newState }) => {
        this.#mustSearch ||= newState === State.Running;
      }),
    ];
    panel.title = l10n.t('Authentication Report');
    panel.webview.options = options;
    panel.webview.html = page;
    this.#page = page;
  }

  /** A column in which the report does not lie. */
  get otherColumn(): ViewColumn {
    return this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  }

  onDidDispose(listener: () => void): void {
    this.#disposables.push(this.#panel.onDidDispose(listener));
  }

  /** Brings the panel to the front, with a new page. */
  reveal(page: string): void {
    this.#show(page);
    this.#panel.reveal();
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(page: string): void {
    this.#page = page;
    this.#isStale = false;
    this.#send();
  }

  /** The page takes over what is new, and so keeps filters, focus and how far it is scrolled. */
  #send(): void {
    void this.#panel.webview.postMessage({ page: this.#page });
  }

  #refreshSoon(): void {
    this.#isStale = true;
    if (!this.#panel.visible) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#refresh().catch((error: unknown) => this.#server.output.warn(`The report was not made anew: ${String(error)}`));
    }, rest);
  }

  async #refresh(): Promise<void> {
    if (!this.#client.isRunning()) return;
    const search = this.#mustSearch;
    this.#mustSearch = false;
    const result = await this.#client.sendRequest<ReportResult>(methods.report, reportParams('html', { search, links: true }));
    if (!result.cancelled && !this.#isDisposed) this.#show(result.text);
  }
}

function newPanel(): WebviewPanel {
  return window.createWebviewPanel(viewType, '', ViewColumn.Active, { ...options, enableFindWidget: true });
}
