import type { TextEdit } from '../../text/edit.ts';
import type { MapEntry, ScalarNode } from '../node.ts';
import { keyText } from './render-scalar.ts';

/** Gives an entry another key, in the quotes that the key has; undefined for a key that spans lines. */
export function renameKey({ keyNode }: MapEntry, key: string): TextEdit | undefined {
  return rewriteWord(keyNode, key);
}

/** Gives a scalar another word, in the quotes that it has; undefined for one that is a block of lines. */
export function rewriteWord({ style, range }: ScalarNode, word: string): TextEdit | undefined {
  return style === 'literal' || style === 'folded' ? undefined : { range, text: keyText(word, style) };
}
