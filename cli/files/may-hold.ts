import { utf16Encoding } from '../../linter/index.ts';

/** True when a text can hold one of these ASCII words, judged by its bytes alone; UTF-16 always can. */
export function mayHold(bytes: Uint8Array, words: readonly string[]): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return utf16Encoding(bytes) !== undefined || words.some((word) => view.includes(word));
}
