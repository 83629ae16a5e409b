import { utf16Encoding } from '../../linter/index.ts';

/** True when a text can hold one of these ASCII words, judged by its bytes alone; UTF-16 always can. */
export function mayHold(bytes: Buffer, words: readonly string[]): boolean {
  return utf16Encoding(bytes) !== undefined || words.some((word) => bytes.includes(word));
}
