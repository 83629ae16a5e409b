import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { openFile, readAtOnce } from './open-file.ts';

/** Throws what the file system says when a file must not be replaced, or none may be made in its folder. */
export function demandWritable(path: string, isNew: boolean): void {
  accessSync(dirname(path), constants.W_OK);
  // Replacing it asks its folder alone: that it must not be written would be overlooked.
  if (!isNew) accessSync(path, constants.W_OK);
}

/** True when a file, which is no symbolic link, holds just these bytes. Throws what the file system says. */
export function holds(path: string, bytes: Uint8Array): boolean {
  const opened = openFile(path);
  return 'descriptor' in opened && Buffer.compare(readAtOnce(opened), bytes) === 0;
}

/**
 * Writes bytes into a new file in the folder of the file that it is to replace, with that one's mode and, where that is allowed, owner.
 * Gives its path. Throws what the file system says, and leaves nothing behind then.
 */
export function writeBeside(path: string, bytes: Uint8Array): string {
  const temporary = temporaryBeside(path);
  const { mode, uid, gid } = statSync(path);
  create(temporary, bytes, 0o600, (descriptor) => {
    const own = fstatSync(descriptor);
    if (own.uid !== uid || own.gid !== gid) attempt(() => fchownSync(descriptor, uid, gid));
    // Not every file system has modes: where all files have the same one, it must not be set.
    if (fstatSync(descriptor).mode !== mode) fchmodSync(descriptor, mode & 0o7777);
  });
  return temporary;
}

/** The same for a file that is not there yet. */
export function writeNewBeside(path: string, bytes: Uint8Array): string {
  const temporary = temporaryBeside(path);
  makeFile(temporary, bytes);
  return temporary;
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `.auth-lint-${randomBytes(8).toString('hex')}.tmp`);
}

/** Makes a file; one that is there, be it a symbolic link to nowhere, stays. Throws what the file system says, and leaves nothing behind then. */
export function makeFile(path: string, bytes: Uint8Array): void {
  create(path, bytes, 0o666, () => undefined);
}

function create(path: string, bytes: Uint8Array, mode: number, prepare: (descriptor: number) => void): void {
  const descriptor = openSync(path, 'wx', mode);
  try {
    prepare(descriptor);
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } catch (error) {
    attempt(() => rmSync(path, { force: true }));
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Does something that may fail without a word; true when it did not. */
export function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
