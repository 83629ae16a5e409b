import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Boundary, boundaryOf, realPath } from '../files/boundary.ts';
import { reasonOf } from '../files/system-reason.ts';
import { type Complain, filesBelow } from './find-files.ts';

/** A file that may be a description. */
export interface Target {
  readonly path: string;
  /** True when its own name stands on the command line. */
  readonly named: boolean;
}

/** What the paths on the command line stand for. */
export interface Targets {
  /** Sorted by path, each once. */
  readonly files: readonly Target[];
  /** The folders that may be read, beside the working folder with its repository. */
  readonly folders: readonly string[];
  /** Why some of the paths stand for nothing. */
  readonly problems: readonly string[];
  /** What could not be searched, and does not make the run fail. */
  readonly notes: readonly string[];
}

type Named =
  | { readonly kind: 'file' | 'folder' | 'glob'; readonly text: string; readonly path: string }
  | { readonly kind: 'problem'; readonly text: string; readonly reason: string };

/** Finds the files that the paths stand for; without paths, those below the working folder. `folders` may be read as well. */
export async function findTargets(paths: readonly string[], workingFolder: string, folders: readonly string[]): Promise<Targets> {
  const named = await Promise.all((paths.length > 0 ? paths : ['.']).map((path) => identify(path, workingFolder)));
  const readable = [...named.flatMap((each) => folderOf(each) ?? []), ...folders];
  const boundary = boundaryOf(workingFolder, readable);
  const files = new Map<string, Target>();
  const problems: string[] = [];
  const notes: string[] = [];
  const complain: Complain = (path, reason) => notes.push(`${relative(workingFolder, path) || '.'} is left out: ${reason}.`);
  for (const each of named) {
    const found = each.kind === 'problem' ? each.reason : await search(each, workingFolder, boundary, complain);
    if (typeof found === 'string') problems.push(`${each.text}: ${found}.`);
    else for (const path of found) if (!files.get(path)?.named) files.set(path, { path, named: each.kind === 'file' });
  }
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: sorted, folders: readable, problems, notes };
}

async function identify(text: string, workingFolder: string): Promise<Named> {
  const path = resolve(workingFolder, text);
  try {
    return { kind: statSync(path).isDirectory() ? 'folder' : 'file', text, path };
  } catch (error) {
    // A file that is called like a glob is found above, and stands for itself.
    const { globFolder, isGlob } = await import('../entries/globs.ts');
    if (isGlob(text)) return { kind: 'glob', text, path: globFolder(text, workingFolder) };
    return { kind: 'problem', text, reason: reasonOf(error) };
  }
}

function folderOf(named: Named): string | undefined {
  if (named.kind === 'problem') return undefined;
  return named.kind === 'file' ? dirname(named.path) : named.path;
}

/** The files that a path stands for, or why it stands for none. */
async function search(
  named: Exclude<Named, { kind: 'problem' }>,
  workingFolder: string,
  boundary: Boundary,
  complain: Complain,
): Promise<readonly string[] | string> {
  switch (named.kind) {
    case 'file':
      return [named.path];
    case 'folder':
      return boundary.contains(realPath(named.path) ?? named.path) ? searched(named.path, complain) : 'a link that leads outside';
    case 'glob': {
      const { filesMatching } = await import('../entries/globs.ts');
      const found = filesMatching(named.text, workingFolder);
      return found.length > 0 ? found : 'no file matches';
    }
  }
}

/** The files below a folder that was named: that one must not be left out in silence. */
function searched(folder: string, complain: Complain): readonly string[] | string {
  let refusal: string | undefined;
  const found = filesBelow(folder, (path, reason) => {
    if (path === folder) refusal = reason;
    else complain(path, reason);
  });
  return refusal ?? found;
}
