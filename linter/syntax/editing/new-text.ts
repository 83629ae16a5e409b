import type { SyntaxNode, SyntaxTree } from '../node.ts';
import { isPrintable } from '../scalars/quoting.ts';
import { isBetweenBrackets, isOnOneLine } from './containers.ts';
import { isEmpty } from './insertion.ts';
import { indentOf } from './lines.ts';
import { type NewValue, valueText } from './render.ts';
import { jsonOnOneLine, jsonValueLines } from './render-json.ts';
import { keyText } from './render-scalar.ts';

/** A new value as the text has values at an offset; strings in the quotes of the string, collections on one line as the collection that they replace. */
export function newText(tree: SyntaxTree, offset: number, value: NewValue, old?: SyntaxNode): string {
  if (tree.format === 'json') return jsonText(tree, offset, value, old);
  const quotes = old?.kind === 'scalar' ? old.style : undefined;
  const isOneLine = typeof value === 'string' && isPrintable(value);
  if (isOneLine && (quotes === 'single' || quotes === 'double')) return keyText(value, quotes);
  const style = quotes === 'plain' ? { ...tree.style, quotedStrings: undefined } : tree.style;
  return valueText(value, style, isBetweenBrackets(tree, offset));
}

function jsonText(tree: SyntaxTree, offset: number, value: NewValue, old: SyntaxNode | undefined): string {
  const { text, style } = tree;
  if (!/[\r\n]/.test(text.trim())) return /":[ \t]/.test(text) ? jsonOnOneLine(value, style) : JSON.stringify(value);
  const replacesOneLine = old && old.kind !== 'scalar' && !isEmpty(old) && !/[\r\n]/.test(text.slice(old.range.start, old.range.end));
  return replacesOneLine || isOnOneLine(tree, offset)
    ? jsonOnOneLine(value, style)
    : jsonValueLines(value, style).join(style.lineEnd + indentOf(text, offset));
}
