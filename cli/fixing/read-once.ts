import type { ReadResult } from '../../linter/index.ts';
import { type FileReader, textOf } from '../files/file-reader.ts';
import { pathOf } from '../files/file-uri.ts';

/** What a file held. */
export interface Held {
  /** The bytes that its text was decoded from; undefined when they could not be read. */
  readonly bytes: Uint8Array | undefined;
  readonly result: ReadResult;
}

/** Reads each file (a URI) once: what fixes are built on stays the same for all who ask, whatever is written meanwhile. */
export function readOnce(files: Pick<FileReader, 'bytes'>): (uri: string) => Held {
  const known = new Map<string, Held>();
  return (uri) => {
    const held = known.get(uri) ?? read(uri, files);
    known.set(uri, held);
    return held;
  };
}

function read(uri: string, files: Pick<FileReader, 'bytes'>): Held {
  const path = pathOf(uri);
  if (path === undefined) return { bytes: undefined, result: { problem: 'outside' } };
  const bytes = files.bytes(path);
  return 'problem' in bytes ? { bytes: undefined, result: bytes } : { bytes, result: textOf(bytes) };
}
