// `TextDecoder` is there in Node, browsers and workers alike, but not in the types of the language.
declare class TextDecoder {
  constructor(encoding: string);
  decode(bytes: Uint8Array): string;
}

/**
 * The text in a file's bytes: UTF-16 where a byte order mark says so, else UTF-8; undefined when it is no text.
 * The mark is left out, as editors do, so that columns are the same everywhere.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = utf16Encoding(bytes);
  // In UTF-8 a zero byte is a NUL and nothing else is; looking for it there takes no time.
  if (!encoding) return bytes.includes(0) ? undefined : new TextDecoder('utf-8').decode(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? undefined : text;
}

/** The kind of UTF-16 that a byte order mark tells of; undefined when there is none. */
export function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}
