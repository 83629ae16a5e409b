import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionRequest,
  createMessageConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type MessageConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Edit } from '../inputs/keystrokes.ts';
import { benchScript, serverBundle } from '../repository.ts';
import { fullCapabilities } from './client-capabilities.ts';

/** In milliseconds. */
export interface ServerWork {
  /** How long the server's thread was busy. */
  readonly busy: number;
  /** User and system time of all its threads: that of collecting garbage beside the thread's own work is in it. */
  readonly cpu: number;
}

/** An editor's session with the built server over stdio: it pulls diagnostics as VS Code does. */
export class LspSession {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #versions = new Map<string, number>();
  readonly #results = new Map<string, { id: string | undefined; items: readonly Diagnostic[] }>();

  private constructor() {
    const args = ['--expose-gc', '--require', benchScript('measure', 'server-probe.cjs'), serverBundle, '--stdio'];
    this.#process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('the server has no streams');
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification(() => undefined);
    this.#connection.onRequest((method, params) => answer(method, params));
    this.#connection.listen();
    // Whoever waits for a server that died hears of it.
    this.#process.once('exit', () => this.#connection.dispose());
  }

  /** A session with a server that is initialised; `folder` is the path of its only workspace folder. */
  static async start(folder: string): Promise<LspSession> {
    const session = new LspSession();
    const uri = pathToFileURL(folder).href;
    await session.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri, name: 'benchmark' }],
      capabilities: fullCapabilities,
      initializationOptions: { status: true, commands: ['authLint.showRuleDocumentation'] },
    });
    await session.#connection.sendNotification(InitializedNotification.type, {});
    await session.roundTrip();
    return session;
  }

  async open(uri: string, text: string): Promise<void> {
    const languageId = uri.endsWith('.json') ? 'json' : 'yaml';
    this.#versions.set(uri, 1);
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
  }

  async change(uri: string, edit: Edit): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [edit],
    });
  }

  async close(uri: string): Promise<void> {
    this.#versions.delete(uri);
    this.#results.delete(uri);
    await this.#connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The diagnostics of an open document, as of the last change. */
  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const last = this.#results.get(uri);
    const params = { textDocument: { uri }, ...(last?.id !== undefined && { previousResultId: last.id }) };
    const report = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, params);
    const items = report.kind === 'full' ? report.items : (last?.items ?? []);
    this.#results.set(uri, { id: report.resultId, items });
    return items;
  }

  async codeActions(uri: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const params = { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
    return ((await this.#connection.sendRequest(CodeActionRequest.type, params)) ?? []) as readonly CodeAction[];
  }

  /** The milliseconds that a request takes which the server only refuses: what the connection alone costs. */
  async roundTrip(): Promise<number> {
    const started = performance.now();
    await this.#connection.sendRequest('authLint/nothing').catch(() => undefined);
    return performance.now() - started;
  }

  /** What the server has done since it began. */
  work(): Promise<ServerWork> {
    return this.#ask<ServerWork>('work');
  }

  /** The server's heap after a collection, in bytes. */
  heap(): Promise<number> {
    return this.#ask<number>('heap');
  }

  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== null || signalCode !== null) return;
    const exit = once(this.#process, 'exit');
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    await exit;
  }

  #ask<Answer>(question: 'work' | 'heap'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const died = (): void => reject(new Error('the server ended'));
      this.#process.once('exit', died);
      this.#process.once('message', (answer) => {
        this.#process.off('exit', died);
        resolve(answer as Answer);
      });
      this.#process.send(question, (error) => error && reject(error));
    });
  }
}

/** Settings are as they come; whatever else the server asks for is not there. */
function answer(method: string, params: unknown): unknown {
  if (method === 'workspace/configuration') return (params as { items: readonly unknown[] }).items.map(() => null);
  if (method === 'authLint/readFile') return { problem: 'missing' };
  if (method === 'authLint/findFiles') return { uris: [] };
  return null;
}
