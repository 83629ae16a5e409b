import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { realPlace } from '../files/boundary.ts';
import type { Overlay } from '../files/file-reader.ts';
import type { Targets } from './targets.ts';

/** What is to be checked, and what stands before the bytes of files. */
export interface GivenText {
  readonly targets: Targets;
  readonly overlay: Overlay;
}

/** Takes standard input for the text of a file, which need not exist: only its folder must, so that references have a meaning. */
export async function givenText(name: string, workingFolder: string): Promise<GivenText> {
  const path = resolve(workingFolder, name);
  const bytes = await buffer(process.stdin);
  const problem = problemWith(path);
  if (problem !== undefined)
    return { targets: { files: [], folders: [], problems: [`${name}: ${problem}.`], notes: [] }, overlay: new Map() };
  return {
    targets: { files: [{ path, named: true }], folders: [dirname(path)], problems: [], notes: [] },
    overlay: new Map([[realPlace(path), bytes]]),
  };
}

/** Why there can be no file at a path. */
function problemWith(path: string): string | undefined {
  if (isFolder(path)) return 'this is a folder, and no name of a file';
  return isFolder(dirname(path)) ? undefined : "the folder of this file is not there, and the description's references would lead nowhere";
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
