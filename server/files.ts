import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { ReadResult } from '../linter/index.ts';
import { normaliseUri } from '../linter/index.ts';
import type { Platform } from './platform.ts';
import { type FindFilesParams, type FindFilesResult, methods, type ReadFileParams } from './protocol.ts';

/** Reads and finds files: on this machine where the platform can, else through the client. */
export class Files {
  readonly #connection: Connection;
  readonly #platform: Platform;
  /** The folders that may be read. */
  readonly #bounds: () => readonly string[];

  constructor(connection: Connection, platform: Platform, bounds: () => readonly string[]) {
    this.#connection = connection;
    this.#platform = platform;
    this.#bounds = bounds;
  }

  read(uri: string): ReadResult | Promise<ReadResult> {
    if (/^https?:/.test(uri)) return { problem: 'outside' };
    if (this.#isLocal(uri)) return this.#platform.local?.read(uri, this.#bounds()) ?? { problem: 'unreadable' };
    return this.#ask(uri);
  }

  /** All YAML and JSON files in the folders; those found before it was cancelled, at most. */
  async find(folders: readonly string[], token: CancellationToken): Promise<readonly string[]> {
    const local = folders.filter((folder) => this.#isLocal(folder));
    const remote = folders.filter((folder) => !this.#isLocal(folder));
    const abort = new AbortController();
    const listener = token.onCancellationRequested(() => abort.abort());
    try {
      const found = (await this.#platform.local?.find(local, abort.signal)) ?? [];
      return remote.length === 0 ? found : [...found, ...(await this.#askForFiles(remote, token))];
    } finally {
      listener.dispose();
    }
  }

  #isLocal(uri: string): boolean {
    return this.#platform.local !== undefined && uri.startsWith('file:');
  }

  async #ask(uri: string): Promise<ReadResult> {
    try {
      const params: ReadFileParams = { uri };
      const result = await this.#connection.sendRequest<ReadResult | null>(methods.readFile, params);
      return result ?? { problem: 'unreadable' };
    } catch (error) {
      return { problem: 'unreadable', detail: error instanceof Error ? error.message : 'the editor could not read it' };
    }
  }

  async #askForFiles(folders: readonly string[], token: CancellationToken): Promise<readonly string[]> {
    const params: FindFilesParams = { folders };
    const result = await this.#connection.sendRequest<FindFilesResult | null>(methods.findFiles, params, token);
    return (result?.uris ?? []).map(normaliseUri);
  }
}
