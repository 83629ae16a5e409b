import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { globSync, isDynamicPattern } from 'tinyglobby';
import { repositoryRoot } from '../files/boundary.ts';
import { reasonOf } from '../files/file-reader.ts';
import { GitIgnore } from './git-ignore.ts';

/** Receives what could not be searched. */
export type Complain = (path: string, reason: string) => void;

const neverSearched: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The .yaml, .yml and .json files below a folder that git does not ignore. Symbolic links are not followed. */
export function filesBelow(folder: string, complain: Complain): readonly string[] {
  const ignored = gitIgnoreFor(folder);
  const found: string[] = [];
  const open = [folder];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const entry of entriesOf(current, complain)) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) {
        if (!neverSearched.has(entry.name) && !ignored.ignores(path, true)) open.push(path);
      } else if (entry.isFile() && /\.(?:ya?ml|json)$/i.test(entry.name) && !ignored.ignores(path, false)) found.push(path);
    }
  }
  return found;
}

/** What git leaves out below a folder in which a search starts. */
function gitIgnoreFor(folder: string): GitIgnore {
  const inherited = new GitIgnore(repositoryRoot(folder) ?? folder);
  // Who names an ignored folder wants it searched; what its own .gitignore files leave out stays out.
  return inherited.ignores(folder, true) ? new GitIgnore(folder) : inherited;
}

function entriesOf(folder: string, complain: Complain) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    complain(folder, reasonOf(error));
    return [];
  }
}

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
