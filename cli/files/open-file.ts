import { constants } from 'node:buffer';
import { closeSync, fstatSync, constants as modes, openSync, read, readSync } from 'node:fs';
import { reasonOf } from './system-reason.ts';

/** An open file: a descriptor to be closed, and its size in bytes. */
export interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
}

/** What could be opened and is nothing to read from, in words. */
export interface Unfit {
  readonly detail: string;
}

/** False on Windows, where opening follows links whatever one asks for. */
export const canRefuseLinks = modes.O_NOFOLLOW !== undefined;

// Nobody waits for the other end of a pipe, and the file that is read is the one that was looked at.
const mode = modes.O_RDONLY | (modes.O_NOFOLLOW ?? 0) | (modes.O_NONBLOCK ?? 0);

/** Opens a file that is no symbolic link; one call less than asking first what it is. Throws what the file system says. */
export function openFile(path: string): OpenFile | Unfit {
  const descriptor = openSync(path, mode);
  try {
    const stats = fstatSync(descriptor);
    const detail = !stats.isFile() ? 'not a file' : stats.size > constants.MAX_STRING_LENGTH ? 'too large' : undefined;
    if (detail === undefined) return { descriptor, size: stats.size };
    closeSync(descriptor);
    return { detail };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Reads an open file and closes it. Throws what the file system says. */
export function readAtOnce({ descriptor, size }: OpenFile): Buffer {
  try {
    const bytes = Buffer.allocUnsafeSlow(size);
    let filled = 0;
    while (filled < size) {
      const count = readSync(descriptor, bytes, filled, size - filled, null);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(descriptor);
  }
}

/** The same while other work goes on; never rejects. */
export function readMeanwhile({ descriptor, size }: OpenFile): Promise<Buffer | Unfit> {
  return new Promise((resolve) => {
    const bytes = Buffer.allocUnsafeSlow(size);
    const done = (result: Buffer | Unfit) => {
      closeSync(descriptor);
      resolve(result);
    };
    const readOn = (filled: number) => {
      read(descriptor, bytes, filled, size - filled, null, (error, count) => {
        if (error) done({ detail: reasonOf(error) });
        else if (count === 0 || filled + count === size) done(bytes.subarray(0, filled + count));
        else readOn(filled + count);
      });
    };
    readOn(0);
  });
}
