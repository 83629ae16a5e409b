import type { TextEdit } from '../../linter/index.ts';
import { encodingOf } from './encoding.ts';

/** Replaces the bytes from `start` to `end` of a file; plain data. */
export interface ByteEdit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** Edits of a text as edits of the bytes that it was decoded from without loss, sorted by start. */
export function byteEdits(text: string, edits: readonly TextEdit[], file: Uint8Array): readonly ByteEdit[] {
  const { mark, encode } = encodingOf(file);
  let known = 0;
  let bytes = mark;
  const at = (offset: number) => {
    bytes += encode(text.slice(known, offset)).length;
    known = offset;
    return bytes;
  };
  return [...edits]
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    .map((edit) => ({ start: at(edit.range.start), end: at(edit.range.end), bytes: encode(edit.text) }));
}

/** The bytes after edits, which are sorted and don't overlap; every byte outside of them is as it was. */
export function applyByteEdits(file: Uint8Array, edits: readonly ByteEdit[]): Uint8Array {
  const growth = edits.reduce((sum, { start, end, bytes }) => sum + bytes.length - (end - start), 0);
  // Other threads read it, too, and needn't have it twice.
  const result = new Uint8Array(new SharedArrayBuffer(file.length + growth));
  let filled = 0;
  const put = (bytes: Uint8Array) => {
    result.set(bytes, filled);
    filled += bytes.length;
  };
  let done = 0;
  for (const { start, end, bytes } of edits) {
    put(file.subarray(done, start));
    put(bytes);
    done = end;
  }
  put(file.subarray(done));
  return result;
}
