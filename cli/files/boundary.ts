import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** The folders below which files may be read. */
export interface Boundary {
  contains(path: string): boolean;
  /** The outermost of the folders in which a path lies; undefined when it lies in none. */
  folderAround(path: string): string | undefined;
}

/**
 * The working folder with its repository, and the folders that were named on the command line and lie outside of them.
 * Each counts as it is written and as it really is, behind symbolic links.
 */
export function boundaryOf(workingFolder: string, named: readonly string[]): Boundary {
  const home = withReal([repositoryRoot(workingFolder) ?? workingFolder]);
  // A folder inside that is a link to the outside must not widen what may be read.
  const folders = [...home, ...withReal(named.filter((folder) => !home.some((root) => isInside(folder, root))))];
  const outermostFirst = [...folders].sort((a, b) => a.length - b.length);
  const folderAround = (path: string) => outermostFirst.find((folder) => isInside(path, folder));
  return { contains: (path) => folderAround(path) !== undefined, folderAround };
}

/** The nearest folder upwards that holds `.git`; undefined outside of repositories. */
export function repositoryRoot(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryRoot(parent);
}

/** True when a path is a folder or lies below it; both absolute. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Folders as they are written and as they really are, behind symbolic links. */
export function withReal(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => [folder, realPath(folder) ?? folder]);
}

/** The path behind symbolic links; undefined when nothing is there. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** Where a file is or will be, behind symbolic links. */
export function realPlace(path: string): string {
  const folder = dirname(path);
  return realPath(path) ?? join(realPath(folder) ?? folder, basename(path));
}
