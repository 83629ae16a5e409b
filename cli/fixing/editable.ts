import { lstatSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { InForce, SourceFile } from '../../linter/index.ts';
import type { Setup } from '../checking/work.ts';
import { type Boundary, isInside, realPath, withReal } from '../files/boundary.ts';
import { pathOf } from '../files/file-uri.ts';
import { neverSearched } from '../targets/find-files.ts';
import { isFaithful } from './encoding.ts';

/** Where the files of some descriptions are, and what they held. */
export interface Surroundings {
  readonly setup: Pick<Setup, 'workingFolder' | 'folders'>;
  readonly boundary: Boundary;
  /** The URIs of the descriptions. */
  readonly entries: readonly string[];
  /** What is in force for each of them. */
  readonly inForce: readonly InForce[];
  /** What a file held when it was read; undefined when there was none. */
  bytes(uri: string): Uint8Array | undefined;
}

/** Where a file is behind symbolic links, or would be if it were made; undefined when there is no folder for it. */
export function realPlace(uri: string): string | undefined {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  const real = realPath(path);
  if (real !== undefined) return real;
  const folder = realPath(dirname(path));
  return folder === undefined ? undefined : join(folder, basename(path));
}

/**
 * Why fixes must leave a file as it is, or must not make it, in words; undefined when they may. `tree` is of the text as it was read;
 * undefined when there was none.
 */
export function refusalToEdit(uri: string, tree: SourceFile['tree'] | undefined, around: Surroundings): string | undefined {
  const path = realPlace(uri);
  if (path === undefined) return 'there is no folder for it';
  if (!around.boundary.contains(path)) return 'it lies outside of the folders that may be read';
  if (isForeign(path, around)) return 'it belongs to another project';
  if (!around.entries.includes(uri)) {
    if (around.inForce.some(({ file }) => file === uri)) return 'a configuration is fixed only when its own path is given';
    // Where one of the descriptions is told of findings, the configuration of another one does not count.
    if (around.inForce.every(({ settings }) => settings.ignores(uri))) return 'it is ignored by the configuration';
  }
  if (!tree) return isThere(path) ? 'it is there already and could not be read' : undefined;
  if (tree.problems.length > 0) return 'it has syntax errors';
  return isFaithful(tree.text, around.bytes(uri) ?? new Uint8Array()) ? undefined : 'some of its bytes are not valid in its encoding';
}

/** True below a folder that is never searched, unless that was asked for by the working folder or by name. */
function isForeign(path: string, { setup, boundary }: Surroundings): boolean {
  const around = boundary.folderAround(path);
  const roots = [...withReal([setup.workingFolder, ...setup.folders]), ...(around === undefined ? [] : [around])];
  return roots
    .filter((root) => isInside(path, root))
    .every((root) =>
      relative(root, path)
        .split(sep)
        .some((part) => neverSearched.has(part)),
    );
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
