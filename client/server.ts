import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel, l10n, Uri, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type HiddenParams,
  type InitializationOptions,
  methods,
  type ReadFileResult,
  type StatusParams,
  showRuleDocumentationCommand,
} from '../server/protocol.ts';
import { isLintable, languages } from './documents.ts';
import { findFiles, readFile } from './file-access.ts';
import { restartPolicy } from './restart-policy.ts';

/** Makes the language client of this platform. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The server as the rest of the extension sees it. Nothing of it is made before it is first needed. */
export class Server implements Disposable {
  readonly #context: ExtensionContext;
  readonly #createClient: ClientFactory;
  readonly #status = new EventEmitter<StatusParams>();
  /** Tells how things stand with a document, or with the server when no `uri` is given. */
  readonly onStatus = this.#status.event;
  #output: LogOutputChannel | undefined;
  #client: BaseLanguageClient | undefined;
  #listener: Disposable | undefined;
  #started: Promise<boolean> | undefined;

  constructor(context: ExtensionContext, createClient: ClientFactory) {
    this.#context = context;
    this.#createClient = createClient;
  }

  get output(): LogOutputChannel {
    this.#output ??= window.createOutputChannel('OpenAPI Auth Lint', { log: true });
    return this.#output;
  }

  /** The running client; undefined when the server can't be started, which the person was told then. */
  async start(): Promise<BaseLanguageClient | undefined> {
    this.#started ??= this.#tryStart();
    return (await this.#started) ? this.#client : undefined;
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#started = undefined;
    await this.start();
  }

  dispose(): void {
    this.#listener?.dispose();
    this.stop().finally(() => {
      this.#status.dispose();
      this.#output?.dispose();
    });
  }

  /** Says an error to the person and to the log. */
  complain(message: string): void {
    this.output.error(message);
    void window.showErrorMessage(message);
  }

  async #tryStart(): Promise<boolean> {
    try {
      this.#client ??= this.#makeClient();
      await this.#client.start();
      this.#status.fire(serverStatus);
      return true;
    } catch (error) {
      const message = l10n.t('The server could not be started: {0}', String(error));
      this.#failed(message);
      this.complain(message);
      // The next command tries again.
      this.#started = undefined;
      return false;
    }
  }

  /** Stops the server, if it was started. */
  async stop(): Promise<void> {
    if (!this.#started) return;
    try {
      await this.#started;
      await this.#client?.stop();
    } catch (error) {
      this.output.warn(`The server did not stop in good order: ${String(error)}`);
    }
  }

  #makeClient(): BaseLanguageClient {
    const client = this.#createClient('authLint', 'OpenAPI Auth Lint', this.#options(this.#context));
    client.onNotification(methods.status, (status: StatusParams) => this.#status.fire(status));
    client.onRequest<ReadFileResult, void>(methods.readFile, readFile);
    client.onRequest(methods.findFiles, findFiles);
    this.#listener = client.visibleDocuments.onClose((uris) => this.#tellHidden([...uris]));
    return client;
  }

  /** VS Code keeps documents open that have no editor, and pulls nothing for them: the server must not wait for that. */
  #tellHidden(uris: readonly Uri[]): void {
    const client = this.#client;
    if (!client?.isRunning()) return;
    const params: HiddenParams = { uris: uris.map((uri) => client.code2ProtocolConverter.asUri(uri)) };
    client.sendNotification(methods.hidden, params).catch((error: unknown) => this.output.warn(String(error)));
  }

  #failed(message: string): void {
    this.output.error(message);
    this.#status.fire({ ...serverStatus, state: 'error', message });
  }

  #options(context: ExtensionContext): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      documentation: `${Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/`,
      version: String((context.extension.packageJSON as { version?: unknown }).version),
      commands: [showRuleDocumentationCommand],
      status: true,
    };
    return {
      documentSelector: languages.map((language) => ({ language })),
      initializationOptions,
      outputChannel: this.output,
      diagnosticCollectionName: 'auth-lint',
      diagnosticPullOptions: { onChange: true },
      errorHandler: restartPolicy((message) => this.#failed(message)),
      middleware: {
        didOpen: async (document, next) => {
          if (!isLintable(document)) return;
          await next(document);
          if (!this.#client?.visibleDocuments.isVisible(document)) this.#tellHidden([document.uri]);
        },
      },
    };
  }
}

/** How things stand with a server that has just begun. */
const serverStatus: StatusParams = {
  state: 'idle',
  role: 'none',
  entries: [],
  counts: { error: 0, warning: 0, info: 0 },
  milliseconds: 0,
  preset: '',
  rules: 0,
};
