import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeText, type FileProblem, type ReadResult } from '../../linter/index.ts';
import { type Boundary, realPath } from './boundary.ts';
import { pathOf } from './file-uri.ts';
import { mayHold } from './may-hold.ts';
import { reasonOf } from './system-reason.ts';

interface Refusal {
  readonly problem: FileProblem;
  readonly detail?: string;
}

/** So many bytes are kept of files that were looked at and may be read again. */
const mostKept = 64 * 1024 * 1024;

/** Reads files inside a boundary; problems are data. What was sniffed is not read twice. */
export class FileReader {
  readonly #boundary: Boundary;
  readonly #realFolders = new Map<string, string | undefined>();
  readonly #kept = new Map<string, Buffer>();
  #keptSize = 0;
  #peeked: { readonly uri: string; readonly result: ReadResult } | undefined;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  /** The text behind a URI. */
  read(uri: string): ReadResult {
    const peeked = this.#peeked;
    if (peeked?.uri !== uri) return this.#text(uri);
    this.#peeked = undefined;
    return peeked.result;
  }

  /** The same for somebody who may be followed by another reader of the same file. */
  peek(uri: string): ReadResult {
    const result = this.#text(uri);
    this.#peeked = { uri, result };
    return result;
  }

  /** Whether a file's text may hold one of these ASCII words, judged by its bytes. */
  sniff(path: string, words: readonly string[]): boolean | Refusal {
    const bytes = this.#bytes(path);
    if (!Buffer.isBuffer(bytes)) return bytes;
    this.#keep(path, bytes);
    return mayHold(bytes, words);
  }

  /** Lets go of what was kept to be read again. */
  forget(): void {
    this.#kept.clear();
    this.#keptSize = 0;
  }

  #text(uri: string): ReadResult {
    const path = pathOf(uri);
    if (path === undefined) return { problem: 'outside' };
    const bytes = this.#take(path) ?? this.#bytes(path);
    return Buffer.isBuffer(bytes) ? textOf(bytes) : bytes;
  }

  #bytes(path: string): Buffer | Refusal {
    try {
      const place = this.#locate(path);
      return typeof place === 'string' ? readFileSync(place) : place;
    } catch (error) {
      return { problem: 'unreadable', detail: reasonOf(error) };
    }
  }

  /** The real path of a file that may be read. The parts outside of the boundary are not even looked at. */
  #locate(path: string): string | Refusal {
    if (!this.#boundary.contains(path)) return { problem: 'outside' };
    const folder = this.#realFolder(dirname(path));
    if (folder === undefined) return { problem: 'missing' };
    const place = join(folder, basename(path));
    if (!this.#boundary.contains(place)) return { problem: 'outside' };
    const stats = lstatSync(place, { throwIfNoEntry: false });
    if (!stats) return { problem: 'missing' };
    if (stats.isSymbolicLink()) return this.#follow(place);
    return stats.isFile() ? place : { problem: 'unreadable', detail: 'not a file' };
  }

  #follow(link: string): string | Refusal {
    const target = realPath(link);
    if (target === undefined) return { problem: 'missing' };
    if (!this.#boundary.contains(target)) return { problem: 'outside' };
    return lstatSync(target).isFile() ? target : { problem: 'unreadable', detail: 'not a file' };
  }

  #realFolder(folder: string): string | undefined {
    if (!this.#realFolders.has(folder)) this.#realFolders.set(folder, realPath(folder));
    return this.#realFolders.get(folder);
  }

  #keep(path: string, bytes: Buffer): void {
    if (this.#kept.has(path) || this.#keptSize + bytes.length > mostKept) return;
    this.#kept.set(path, bytes);
    this.#keptSize += bytes.length;
  }

  #take(path: string): Buffer | undefined {
    const bytes = this.#kept.get(path);
    if (bytes && this.#kept.delete(path)) this.#keptSize -= bytes.length;
    return bytes;
  }
}

function textOf(bytes: Buffer): ReadResult {
  try {
    const text = decodeText(bytes);
    return text === undefined ? { problem: 'unreadable', detail: 'not a text' } : { text };
  } catch (error) {
    return { problem: 'unreadable', detail: reasonOf(error) };
  }
}
