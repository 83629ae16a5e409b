import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../files/boundary.ts';
import { reasonOf } from '../files/system-reason.ts';
import { GitIgnore } from './git-ignore.ts';

/** Receives what could not be searched. */
export type Complain = (path: string, reason: string) => void;

/** The names of folders into which no search goes. */
export const neverSearched: ReadonlySet<string> = new Set(['.git', 'node_modules']);

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
export function gitIgnoreFor(folder: string): GitIgnore {
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
