import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ReadResult } from '../linter/index.ts';
import { decodeText, normaliseUri } from '../linter/index.ts';
import { findTexts } from './find-texts.ts';
import type { LocalFiles } from './platform.ts';

/** Larger files are not read: no description is, and the text would fill the memory. */
const maximumBytes = 64 * 1024 * 1024;

/** Reads and finds files with Node's `fs`, bounded to the folders it is given. */
export const localFiles: LocalFiles = {
  read(uri, folders) {
    const path = pathOf(uri);
    const bounds = folders.map(pathOf).filter((folder) => folder !== undefined);
    return path === undefined ? outside : readInside(path, bounds);
  },
  async find(folders, signal) {
    const found = new Set<string>();
    for (const folder of folders.map(pathOf)) {
      if (folder === undefined || signal.aborted) continue;
      for (const path of await findTexts(folder, signal)) found.add(normaliseUri(pathToFileURL(path).href));
    }
    return signal.aborted ? [] : [...found];
  },
};

const outside: ReadResult = { problem: 'outside' };

function readInside(path: string, folders: readonly string[]): ReadResult {
  // First by name alone: touching a network path would already send credentials to its host.
  if (!folders.some((folder) => isInside(folder, path)) && !folders.some((folder) => isInside(realPath(folder) ?? folder, path)))
    return outside;
  try {
    const real = realpathSync.native(path);
    if (!folders.some((folder) => isInside(realPath(folder) ?? folder, real))) return outside;
    const stat = statSync(real);
    if (!stat.isFile()) return { problem: 'unreadable', detail: stat.isDirectory() ? 'it is a folder' : 'it is not a file' };
    if (stat.size > maximumBytes) return { problem: 'unreadable', detail: `it is larger than ${maximumBytes / 1024 / 1024} MB` };
    const text = decodeText(readFileSync(real));
    return text === undefined ? { problem: 'unreadable', detail: 'it is not text' } : { text };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? { problem: 'missing' } : { problem: 'unreadable', detail: code ?? 'reading failed' };
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** The path of a `file:` URI; undefined for one that has none on this machine (another scheme, `%2F`, a host). */
function pathOf(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
