import type { ReadResult } from '../linter/workspace/file-system.ts';

/** How many bytes are looked at to tell text from binary data. */
const sniffedBytes = 8192;

/** The text in a file's bytes, without byte order mark: UTF-16 where a mark says so, else UTF-8. */
export function decodeText(bytes: Uint8Array): ReadResult {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.subarray(0, sniffedBytes).includes(0)) return { problem: 'unreadable', detail: 'it is not text' };
  return { text: new TextDecoder('utf-8').decode(bytes) };
}
