import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  createMessageConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  WorkDoneProgress,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfigurationFile } from '../../linter/index.ts';
import { fullCapabilities } from '../../scripts/bench/measure/client-capabilities.ts';
import type { FileParams, InitializationOptions, StatusParams } from '../../server/protocol.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');

/** The token of progress that the client listens to. */
export const progressToken = 'progress';

/** A message from the server, in the order in which it came. */
export interface Message {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: a message can hold anything, and tests look into it.
  readonly params: any;
}

export interface ClientOptions {
  /** How the server is started: a bundle in dist/, or its absolute path, with its arguments. */
  readonly command?: readonly [bundle: string, ...args: readonly string[]];
  /** Whose end is the server's as well. */
  readonly processId?: number;
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** Section `authLint` of the settings, by the URI of the scope. */
  settings?(scope: string | undefined): unknown;
  /** Answers of the client to requests of the server; the others are answered with null. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
  /** True when the answers know of configuration files; otherwise there is none, and no message tells that it was looked for. */
  readonly answersForConfiguration?: boolean;
}

/** A simple editor: no pull, no resolve, no configuration, no registration. */
export const plainCapabilities: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.QuickFix] } } } },
};

/** An editor that speaks LSP with the built server, and keeps all that it hears. */
export class TestClient {
  readonly connection: MessageConnection;
  readonly messages: Message[] = [];
  readonly documents = new Map<string, TextDocument>();
  readonly process: ChildProcessWithoutNullStreams;
  initializeResult: InitializeResult | undefined;
  #listeners: (() => void)[] = [];
  #read = 0;

  private constructor(options: ClientOptions) {
    const [bundle, ...args] = options.command ?? ['server.js', '--stdio'];
    this.process = spawn(process.execPath, [resolve(dist, bundle), ...args]);
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout), new StreamMessageWriter(this.process.stdin));
    this.connection.onNotification((method, params) => this.#heard(method, params));
    this.connection.onProgress(WorkDoneProgress.type, progressToken, (value) => this.#heard('$/progress', value));
    this.connection.onRequest((method, params) => {
      if (method === 'authLint/readFile' && !options.answersForConfiguration && isConfigurationFile((params as unknown as FileParams).uri))
        return { problem: 'missing' };
      this.#heard(method, params);
      if (method === 'workspace/configuration') return configuration(options, params as unknown as ConfigurationParams);
      return options.answers?.[method]?.(params as never) ?? null;
    });
    this.connection.listen();
    // What the server writes there is a crash: it belongs into the test's output.
    this.process.stderr.pipe(process.stderr);
  }

  /** A client whose server is not yet initialised. */
  static create(options: ClientOptions = {}): TestClient {
    return new TestClient(options);
  }

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(options);
    await client.initialize(options);
    return client;
  }

  async initialize(options: ClientOptions): Promise<void> {
    this.initializeResult = await this.connection.sendRequest(InitializeRequest.type, {
      processId: options.processId ?? process.pid,
      rootUri: null,
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
      capabilities: options.capabilities ?? fullCapabilities,
      initializationOptions: options.initializationOptions ?? { status: true, commands: ['authLint.showRuleDocumentation'] },
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** Ends the server in good order; returns its exit code. */
  async stop(): Promise<number | null> {
    const exit = once(this.process, 'exit');
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = (await exit) as [number | null];
    this.connection.dispose();
    return code;
  }

  async open(uri: string, text: string, languageId = 'yaml'): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Sends changes as they are, and applies them to the client's own copy. */
  async change(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }

  /** Replaces the only place with this text, as typing does. */
  async replace(uri: string, before: string, after: string): Promise<void> {
    await this.change(uri, [{ range: this.rangeOf(uri, before), text: after }]);
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  /** The range of the only place with this text. */
  rangeOf(uri: string, text: string): Range {
    const document = this.document(uri);
    const start = document.getText().indexOf(text);
    if (start < 0 || document.getText().indexOf(text, start + 1) >= 0) throw new Error(`not exactly once in the document: ${text}`);
    return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  }

  async pullReport(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) };
    return await this.connection.sendRequest(DocumentDiagnosticRequest.type, params);
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pullReport(uri);
    if (report.kind !== 'full') throw new Error('nothing to be unchanged from');
    return report.items;
  }

  async codeActions(
    uri: string,
    diagnostics: readonly Diagnostic[],
    context: Partial<CodeActionContext> = {},
  ): Promise<readonly CodeAction[]> {
    const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [...diagnostics], ...context } };
    return ((await this.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as readonly CodeAction[];
  }

  async resolve(action: CodeAction | undefined): Promise<CodeAction> {
    if (!action) throw new Error('there is no such code action');
    return await this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  /**
   * Applies an edit to the open documents as an editor does: all or, where a version is stale, nothing. Returns the texts of closed
   * files, and of those that are made.
   */
  async apply(edit: WorkspaceEdit | undefined, readClosed: (uri: string) => string = () => ''): Promise<ReadonlyMap<string, string>> {
    const closed = new Map<string, string>();
    for (const change of edit?.documentChanges ?? []) {
      if (!('textDocument' in change)) {
        if (change.kind !== 'create' || change.options?.overwrite !== false || change.options.ignoreIfExists !== false)
          throw new Error('files are made only, and never over others');
        closed.set(change.uri, '');
        continue;
      }
      const { uri, version } = change.textDocument;
      const document = this.documents.get(uri);
      if ((document?.version ?? null) !== version) throw new Error(`the edit of ${uri} is for version ${version}`);
      const edits = change.edits.filter((item) => 'newText' in item);
      const text = TextDocument.applyEdits(document ?? TextDocument.create(uri, '', 0, closed.get(uri) ?? readClosed(uri)), edits);
      if (document) await this.change(uri, [{ text }]);
      else closed.set(uri, text);
    }
    return closed;
  }

  /** The next message from the server that matches; those before it count as read. */
  async next(method: string, matches: (params: Message['params']) => boolean = () => true): Promise<Message['params']> {
    for (;;) {
      while (this.#read < this.messages.length) {
        const message = this.messages[this.#read++];
        if (message?.method === method && matches(message.params)) return message.params;
      }
      await this.#message();
    }
  }

  /** Waits for messages until this is so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await this.#message();
  }

  nextPush(uri: string, matches: (params: PublishDiagnosticsParams) => boolean = () => true): Promise<PublishDiagnosticsParams> {
    return this.next('textDocument/publishDiagnostics', (params) => params.uri === uri && matches(params));
  }

  nextStatus(uri: string, matches: (params: StatusParams) => boolean = () => true): Promise<StatusParams> {
    return this.next('authLint/status', (params) => params.uri === uri && params.state !== 'checking' && matches(params));
  }

  /** What was pushed for a file last. */
  pushed(uri: string): readonly Diagnostic[] | undefined {
    const pushes = this.messages.filter(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri);
    return pushes.at(-1)?.params.diagnostics;
  }

  #message(): Promise<void> {
    return new Promise((resolve) => this.#listeners.push(resolve));
  }

  #heard(method: string, params: unknown): void {
    this.messages.push({ method, params });
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}

interface ConfigurationParams {
  readonly items: readonly { readonly scopeUri?: string; readonly section?: string }[];
}

function configuration(options: ClientOptions, { items }: ConfigurationParams): readonly unknown[] {
  return items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null);
}

/** A folder with files that is there for one test. */
export class TestFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'auth-lint-lsp-')));
  readonly uri = pathToFileURL(this.path).href;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return this.uriOf(name);
  }

  read(uri: string): string {
    return readFileSync(fileURLToPath(uri), 'utf8');
  }

  delete(name: string): void {
    rmSync(join(this.path, name));
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
