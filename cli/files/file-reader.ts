import { isAscii } from 'node:buffer';
import { lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeText, type FileProblem, type ReadResult } from '../../linter/index.ts';
import { type Boundary, realPath } from './boundary.ts';
import { pathOf } from './file-uri.ts';
import { canRefuseLinks, type OpenFile, openFile, readAtOnce, readMeanwhile } from './open-file.ts';
import { reasonOf } from './system-reason.ts';

/** Why a file can't be had. */
export interface Refusal {
  readonly problem: FileProblem;
  readonly detail?: string;
}

/** A file that is being read. */
export interface Reading {
  /** In bytes; 0 for one that can't be read. */
  readonly size: number;
  /** Never rejects. */
  readonly bytes: Promise<Uint8Array | Refusal>;
}

/** What stands before the bytes of files, or for files that are not there: by their paths behind symbolic links. Plain data. */
export type Overlay = ReadonlyMap<string, Uint8Array>;

/** So many bytes are kept of files that were looked at and may be read again. */
const mostKept = 16 * 1024 * 1024;

/** Reads files inside a boundary; problems are data. What was looked at before is not read twice. */
export class FileReader {
  readonly #boundary: Boundary;
  readonly #overlay: Overlay;
  readonly #realFolders = new Map<string, string | undefined>();
  readonly #kept = new Map<string, Uint8Array>();
  #keptSize = 0;
  #handed: { readonly uri: string; readonly result: ReadResult } | undefined;

  constructor(boundary: Boundary, overlay: Overlay = new Map()) {
    this.#boundary = boundary;
    this.#overlay = overlay;
  }

  /** The text behind a URI. */
  read(uri: string): ReadResult {
    if (this.#handed?.uri === uri) return this.#handed.result;
    const path = pathOf(uri);
    if (path === undefined) return { problem: 'outside' };
    const bytes = this.#take(path) ?? this.bytes(path);
    return 'problem' in bytes ? bytes : textOf(bytes);
  }

  /** Starts to read a file; that goes on while other work is done. */
  start(path: string): Reading {
    try {
      const opened = this.#open(path);
      if ('problem' in opened) return refused(opened);
      // A copy, because it may be given away to another thread.
      if (opened instanceof Uint8Array) return { size: opened.length, bytes: Promise.resolve(opened.slice()) };
      const bytes = readMeanwhile(opened).then((read) => (Buffer.isBuffer(read) ? read : unreadable(read.detail)));
      return { size: opened.size, bytes };
    } catch (error) {
      return refused(unreadable(reasonOf(error)));
    }
  }

  /** Has the text behind a URI at hand, until the next one comes. */
  hand(uri: string, result: ReadResult): void {
    this.#handed = { uri, result };
  }

  /** Keeps what was read for the next who asks for the file's text, if there is room. */
  keep(path: string, bytes: Uint8Array): void {
    if (this.#kept.has(path) || this.#keptSize + bytes.length > mostKept) return;
    this.#kept.set(path, bytes);
    this.#keptSize += bytes.length;
  }

  /** What a file holds now, whatever was kept. */
  bytes(path: string): Uint8Array | Refusal {
    try {
      const opened = this.#open(path);
      return 'problem' in opened || opened instanceof Uint8Array ? opened : readAtOnce(opened);
    } catch (error) {
      return unreadable(reasonOf(error));
    }
  }

  /** Opens a file that may be read, or gives what stands before it. The parts outside of the boundary are not even looked at. */
  #open(path: string): OpenFile | Uint8Array | Refusal {
    if (!this.#boundary.contains(path)) return { problem: 'outside' };
    const folder = this.#realFolder(dirname(path));
    if (folder === undefined) return { problem: 'missing' };
    const place = join(folder, basename(path));
    if (!this.#boundary.contains(place)) return { problem: 'outside' };
    const laid = this.#overlay.size > 0 ? this.#overlay.get(realPath(place) ?? place) : undefined;
    if (laid) return laid;
    try {
      return !canRefuseLinks && isLink(place) ? this.#follow(place) : openPlace(place);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: 'missing' };
      // What systems say when they are not to follow a link.
      if ((code === 'ELOOP' || code === 'EMLINK') && isLink(place)) return this.#follow(place);
      throw error;
    }
  }

  #follow(link: string): OpenFile | Refusal {
    const target = realPath(link);
    if (target === undefined) return { problem: 'missing' };
    return this.#boundary.contains(target) ? openPlace(target) : { problem: 'outside' };
  }

  #realFolder(folder: string): string | undefined {
    if (!this.#realFolders.has(folder)) this.#realFolders.set(folder, realPath(folder));
    return this.#realFolders.get(folder);
  }

  #take(path: string): Uint8Array | undefined {
    const bytes = this.#kept.get(path);
    if (bytes && this.#kept.delete(path)) this.#keptSize -= bytes.length;
    return bytes;
  }
}

function openPlace(path: string): OpenFile | Refusal {
  const opened = openFile(path);
  return 'detail' in opened ? unreadable(opened.detail) : opened;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function refused(refusal: Refusal): Reading {
  return { size: 0, bytes: Promise.resolve(refusal) };
}

function unreadable(detail: string): Refusal {
  return { problem: 'unreadable', detail };
}

/** Most files hold nothing but ASCII, which takes a quarter of the time to decode; undefined for others. */
function textIfAscii(bytes: Uint8Array): string | undefined {
  if (!isAscii(bytes) || bytes.includes(0)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The text in a file's bytes. */
export function textOf(bytes: Uint8Array): ReadResult {
  try {
    const text = textIfAscii(bytes) ?? decodeText(bytes);
    return text === undefined ? unreadable('not a text') : { text };
  } catch (error) {
    return unreadable(reasonOf(error));
  }
}
