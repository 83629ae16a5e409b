import { join, resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { gitIgnoreFor, neverSearched } from './find-files.ts';

/** The files that a glob stands for and git does not ignore, whatever their extension. Symbolic links are not followed. */
export function filesMatching(glob: string, workingFolder: string): readonly string[] {
  const { folder, pattern } = splitGlob(glob, workingFolder);
  const ignored = gitIgnoreFor(folder);
  const ignore = [...neverSearched].map((name) => `**/${name}/**`);
  return globSync(pattern, { cwd: folder, dot: true, followSymbolicLinks: false, expandDirectories: false, ignore })
    .map((path) => join(folder, path))
    .filter((path) => !ignored.ignores(path, false));
}

/** True when a path may be meant as a glob. */
export function isGlob(path: string): boolean {
  return isDynamicPattern(slashed(path));
}

/** The folder in which the search for a glob starts: the part before its first wildcard. */
export function globFolder(glob: string, workingFolder: string): string {
  return splitGlob(glob, workingFolder).folder;
}

function splitGlob(glob: string, workingFolder: string): { readonly folder: string; readonly pattern: string } {
  const segments = slashed(glob).split('/');
  const first = segments.findIndex((segment) => /[*?[\]{}()!]/.test(segment));
  const fixed = segments.slice(0, first).join('/');
  // An absolute glob may have its first wildcard right behind the root.
  return { folder: resolve(workingFolder, first === 1 && fixed === '' ? '/' : fixed), pattern: segments.slice(first).join('/') };
}

/** On Windows a backslash parts folders; elsewhere it takes a wildcard's meaning away. */
function slashed(glob: string): string {
  return process.platform === 'win32' ? glob.replaceAll('\\', '/') : glob;
}
