import type { ByteEdit } from './byte-edits.ts';

/** What fixes make of one file; plain data. */
export interface FileChange {
  /** The URI under which descriptions know it. */
  readonly uri: string;
  /** Its path behind symbolic links. */
  readonly path: string;
  /** What it held when it was read; undefined for a file that is to be made. */
  readonly before: Uint8Array | undefined;
  /** Against `before`, sorted by start. */
  readonly edits: readonly ByteEdit[];
  readonly after: Uint8Array;
}

/** Why the changes of a group are not made. */
export interface Refusal {
  /** The URI of the file because of which they are not. */
  readonly uri: string;
  /** In words, without the file. */
  readonly reason: string;
}
