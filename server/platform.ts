import type { ReadResult } from '../linter/workspace/file-system.ts';

/** Direct access to files of one machine. Nothing here throws or rejects. */
export interface LocalFiles {
  /** Reads a `file:` URI that lies in one of the folders, links followed. */
  read(uri: string, folders: readonly string[]): ReadResult | Promise<ReadResult>;
  /** The URIs of all YAML and JSON files in the folders. Empty when the signal aborts. */
  find(folders: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
}

/** What differs between the server in Node and in a web worker. */
export interface Platform {
  /** Undefined where only the client can read files. */
  readonly local?: LocalFiles;
  /** The URI of the folder with the rules' pages, with a slash at its end. */
  readonly documentation?: string;
  readonly version?: string;
}
