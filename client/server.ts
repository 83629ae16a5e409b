import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StatusParams } from '../server/protocol.ts';
import type { ClientMaker } from './client-host.ts';

/** So many problems are remembered. */
const mostProblems = 10;

/** The server as the rest of the extension sees it. Nothing of it is loaded or made before it is first needed. */
export class Server implements Disposable {
  readonly #context: ExtensionContext;
  readonly #load: () => Promise<ClientMaker>;
  readonly #status = new EventEmitter<StatusParams>();
  /** Tells how things stand with a document, or with the server when no `uri` is given. */
  readonly onStatus = this.#status.event;
  /** What went wrong lately, the oldest first. */
  readonly problems: string[] = [];
  /** How long the last start took, in milliseconds. */
  startMilliseconds: number | undefined;
  readonly #entriesChanged = new EventEmitter<void>();
  /** Tells that there are other results than before, of whichever descriptions. */
  readonly onEntriesChanged = this.#entriesChanged.event;
  #output: LogOutputChannel | undefined;
  #client: BaseLanguageClient | undefined;
  #started: Promise<boolean> | undefined;

  constructor(context: ExtensionContext, load: () => Promise<ClientMaker>) {
    this.#context = context;
    this.#load = load;
  }

  get output(): LogOutputChannel {
    this.#output ??= window.createOutputChannel('OpenAPI Auth Lint', { log: true });
    return this.#output;
  }

  /** The client while the server runs; undefined otherwise. */
  get running(): BaseLanguageClient | undefined {
    return this.#client?.isRunning() ? this.#client : undefined;
  }

  /** What is loaded late, whether the server runs or not; undefined when it can't be, which the person was told then. */
  async loaded<T>(load: () => Promise<T>): Promise<T | undefined> {
    try {
      return await load();
    } catch (error) {
      this.#couldNotStart(error);
      return undefined;
    }
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
    this.stop().finally(() => {
      this.#status.dispose();
      this.#entriesChanged.dispose();
      this.#output?.dispose();
    });
  }

  /** Says an error to the person and to the log. */
  complain(message: string): void {
    this.#note(message);
    void window.showErrorMessage(message);
  }

  async #tryStart(): Promise<boolean> {
    try {
      const begin = performance.now();
      this.#client ??= await this.#makeClient();
      await this.#client.start();
      this.startMilliseconds = performance.now() - begin;
      this.#status.fire(serverStatus);
      return true;
    } catch (error) {
      this.#couldNotStart(error);
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

  async #makeClient(): Promise<BaseLanguageClient> {
    const { makeClient } = await this.#load();
    return makeClient(this.#context, {
      output: this.output,
      noted: (status) => this.#status.fire(status),
      entriesChanged: this.#entriesChanged,
      failed: (message) => this.#failed(message),
    });
  }

  #couldNotStart(error: unknown): void {
    const message = l10n.t('The server could not be started: {0}', String(error));
    this.#failed(message);
    this.complain(message);
  }

  #note(message: string): void {
    this.output.error(message);
    this.problems.push(message);
    if (this.problems.length > mostProblems) this.problems.shift();
  }

  #failed(message: string): void {
    this.#note(message);
    this.#status.fire({ ...serverStatus, state: 'error', message });
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
