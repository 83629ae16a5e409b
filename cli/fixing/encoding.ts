import { utf16Encoding } from '../../linter/text/decode.ts';

/** How a file's bytes stand for its text. */
export interface Encoding {
  /** As people call it. */
  readonly name: string;
  /** How many bytes the byte order mark takes, which is no part of the text. */
  readonly mark: number;
  encode(text: string): Uint8Array;
}

/** The encoding of a file's bytes, as they were decoded (`decodeText`). */
export function encodingOf(bytes: Uint8Array): Encoding {
  switch (utf16Encoding(bytes)) {
    case 'utf-16le':
      return { name: 'UTF-16', mark: 2, encode: (text) => Buffer.from(text, 'utf16le') };
    case 'utf-16be':
      return { name: 'UTF-16', mark: 2, encode: (text) => Buffer.from(text, 'utf16le').swap16() };
    default:
      return { name: 'UTF-8', mark: hasUtf8Mark(bytes) ? 3 : 0, encode: (text) => Buffer.from(text) };
  }
}

/** True when nothing of a file's bytes was lost in its text: encoded again, that gives the same. */
export function isFaithful(text: string, bytes: Uint8Array): boolean {
  const { mark, encode } = encodingOf(bytes);
  return Buffer.compare(encode(text), bytes.subarray(mark)) === 0;
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
