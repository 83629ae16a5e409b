import type { SyntaxNode, SyntaxTree } from '../node.ts';
import { isPrintable } from '../scalars/quoting.ts';
import { isBetweenBrackets, isOnOneLine } from './containers.ts';
import { indentOf } from './lines.ts';
import { jsonOnOneLine, jsonValueLines, keyText, type NewValue, valueText } from './render.ts';

/** A new value as the text has values at an offset; strings in the quotes of the string, collections on one line as the collection that they replace. */
export function newText(tree: SyntaxTree, offset: number, value: NewValue, old?: SyntaxNode): string {
  if (tree.format === 'json') return jsonText(tree, offset, value, old);
  const quotes = old?.kind === 'scalar' ? old.style : undefined;
  const isOneLine = typeof value === 'string' && isPrintable(value);
  if (isOneLine && (quotes === 'single' || quotes === 'double')) return keyText(value, quotes);
  return valueText(value, tree.style, isBetweenBrackets(tree, offset));
}

function jsonText(tree: SyntaxTree, offset: number, value: NewValue, old: SyntaxNode | undefined): string {
  const { text, style } = tree;
  const isOnlyLine = !/[\r\n]/.test(text.trim());
  if (isOnlyLine && !/":[ \t]/.test(text)) return JSON.stringify(value);
  const lines = jsonValueLines(value, style);
  const [only, ...others] = lines;
  if (only !== undefined && others.length === 0) return only;
  if (isOnlyLine) return jsonOnOneLine(lines, style);
  const replacesOneLine = old && old.kind !== 'scalar' && !isEmpty(old) && !/[\r\n]/.test(text.slice(old.range.start, old.range.end));
  return replacesOneLine || isOnOneLine(tree, offset) ? jsonOnOneLine(lines, style) : lines.join(style.lineEnd + indentOf(text, offset));
}

function isEmpty(node: Exclude<SyntaxNode, { kind: 'scalar' }>): boolean {
  return (node.kind === 'map' ? node.written() : node.items()).length === 0;
}
