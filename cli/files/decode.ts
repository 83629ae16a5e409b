/**
 * The text of a file: UTF-8, or UTF-16 when a byte order mark says so; undefined when it is no text.
 * The byte order mark is left out, as editors do, so that columns are the same in both.
 */
export function decode(bytes: Buffer): string | undefined {
  const encoding = utf16(bytes);
  if (!encoding) {
    if (bytes.includes(0)) return undefined;
    return bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  }
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? undefined : text;
}

/** True when a text can hold one of these ASCII words, judged by its bytes alone; UTF-16 always can. */
export function mayHold(bytes: Buffer, words: readonly string[]): boolean {
  return utf16(bytes) !== undefined || words.some((word) => bytes.includes(word));
}

function utf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}
