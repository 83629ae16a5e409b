/** Why a file can't be had. */
export type FileProblem =
  /** Nothing is there. */
  | 'missing'
  /** It lies outside the folders that may be read. */
  | 'outside'
  /** It is no file (a folder, a device), not text, or reading failed. */
  | 'unreadable';

/** A file's text, or why there is none; `detail` is a short text for people, without paths. */
export type ReadResult = { readonly text: string } | { readonly problem: FileProblem; readonly detail?: string };

/** The port through which the linter reads files. It never throws or rejects: problems are data. */
export interface FileSystem {
  /**
   * Reads the file at a URI (in the normal form of `normaliseUri`). A host that can answer at once does; one that
   * can't returns a promise, and the linter goes on when it is fulfilled.
   */
  read(uri: string): ReadResult | Promise<ReadResult>;
}
