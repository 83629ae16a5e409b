import type { TextEdit } from '../../text/edit.ts';
import type { MapEntry } from '../node.ts';
import { keyText } from './render.ts';

/** Gives an entry another key, in the quotes that the key has; undefined for a key that spans lines. */
export function renameKey({ keyNode }: MapEntry, key: string): TextEdit | undefined {
  const { style, range } = keyNode;
  return style === 'literal' || style === 'folded' ? undefined : { range, text: keyText(key, style) };
}
