import { dirname } from 'node:path';
import { isInside } from '../files/boundary.ts';
import { relativePath } from '../files/relative-path.ts';
import { diffHead } from './diff-head.ts';
import type { FileChange } from './file-change.ts';
import { unifiedDiff } from './unified-diff.ts';
import { type Failure, refusalToWrite } from './write-changes.ts';

/** What one file would become. */
interface Draft {
  /** Absolute. */
  readonly path: string;
  readonly isNew: boolean;
  readonly hunks: readonly Uint8Array[];
}

/** Keeps changes in memory instead of writing them. */
export class DryRun {
  readonly #workingFolder: string;
  readonly #overlay: Map<string, Uint8Array>;
  readonly #drafts: Draft[] = [];

  /** What files would hold goes into `overlay`. */
  constructor(workingFolder: string, overlay: Map<string, Uint8Array>) {
    this.#workingFolder = workingFolder;
    this.#overlay = overlay;
  }

  /** Takes all changes or none, as writing them would. */
  take(changes: readonly FileChange[]): Failure | undefined {
    const refusal = refusalToWrite(changes);
    if (refusal) return { ...refusal, halfDone: [] };
    for (const { path, before, edits, after } of changes) {
      this.#drafts.push({ path, isNew: before === undefined, hunks: unifiedDiff(before ?? new Uint8Array(), edits) });
      this.#overlay.set(path, after);
    }
    return undefined;
  }

  /** One diff of all changes, sorted by file; its paths are relative to `folder`. */
  get diff(): Uint8Array {
    const { folder } = this;
    const sorted = [...this.#drafts].sort((a, b) => (a.path === b.path ? 0 : a.path < b.path ? -1 : 1));
    return Buffer.concat(sorted.flatMap(({ path, isNew, hunks }) => [Buffer.from(diffHead(relativePath(folder, path), isNew)), ...hunks]));
  }

  /** The working folder, or the nearest one above it that holds all that is changed: nothing applies diffs to what lies elsewhere. */
  get folder(): string {
    let folder = this.#workingFolder;
    while (!this.#drafts.every(({ path }) => isInside(path, folder)) && dirname(folder) !== folder) folder = dirname(folder);
    return folder;
  }
}
