import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { realPath, realPlace } from './boundary.ts';
import { attempt, demandWritable, writeBeside, writeNewBeside } from './replace-file.ts';
import { reasonOf } from './system-reason.ts';

/**
 * Writes a result into a file in one step, with the folders that it needs. Undefined when it is written, else why not. `isInput` tells
 * of an absolute path, behind symbolic links, whether it is one of the files that the result is about: these are never written over.
 */
export function writeResult(path: string, text: string, isInput: (path: string) => boolean): string | undefined {
  // Without what it ends with it would be a file.
  if (path.endsWith('/') || path.endsWith(sep)) return 'it names a folder';
  try {
    const place = placeFor(resolve(path));
    if (isInput(place)) return 'it is one of the files that were checked';
    const kind = lstatSync(place, { throwIfNoEntry: false });
    // A pipe or a terminal can't be replaced; it is not what it is without its name either.
    if (kind && !kind.isFile() && !kind.isDirectory()) writeFileSync(place, text);
    else replace(place, Buffer.from(text), kind !== undefined);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Where a file is or will be, behind symbolic links. Makes the folders that are missing. */
function placeFor(path: string): string {
  if (realPath(path) === undefined) mkdirSync(dirname(path), { recursive: true });
  return realPlace(path);
}

function replace(path: string, bytes: Uint8Array, isThere: boolean): void {
  demandWritable(path, !isThere);
  const temporary = isThere ? writeBeside(path, bytes) : writeNewBeside(path, bytes);
  try {
    renameSync(temporary, path);
  } catch (error) {
    attempt(() => rmSync(temporary, { force: true }));
    throw error;
  }
}
