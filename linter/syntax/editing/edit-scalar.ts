import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { ScalarNode, SyntaxTree } from '../node.ts';
import { scalarReading } from '../scalar-positions.ts';
import { escapedForDouble, escapedForSingle, isPrintable } from '../scalars/quoting.ts';
import { readFlowScalar } from '../scalars/read-flow-scalar.ts';
import { difference } from './difference.ts';
import { editBlockScalar } from './edit-block-scalar.ts';
import { isPlain } from './is-plain.ts';

/**
 * Replaces parts of a string's value (their ranges are in `node.text`, UTF-16 code units) and keeps its style; a plain scalar gets
 * quotes where it would mean something else, and any on one line double quotes for what only these can hold. Undefined where parts
 * overlap or cross a line break that is folded, where the style can't hold the new value, and for a scalar that is no string. The
 * scalar must be a value, no key.
 */
export function editScalar(tree: SyntaxTree, node: ScalarNode, replacements: readonly TextEdit[]): TextEdit | undefined {
  const reading = typeof node.value === 'string' ? scalarReading(tree, node) : undefined;
  const ordered = [...replacements].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  if (!reading || overlap(ordered)) return undefined;
  const parts: TextEdit[] = [];
  for (const { range, text } of ordered) {
    const shown = reading.rangeOf(range);
    if (!shown) return undefined;
    parts.push({ range: shown, text });
  }
  const source = tree.text.slice(node.range.start, node.range.end);
  const edited = editedSource(tree, node, source, parts, applyEdits(node.text, ordered));
  return edited === undefined ? undefined : difference(source, edited, node.range.start);
}

function overlap(ordered: readonly TextEdit[]): boolean {
  return ordered.some(({ range }, index) => range.start < (ordered[index - 1]?.range.end ?? 0));
}

/** The scalar's source with the parts (of the source) replaced, so that it means `value`. */
function editedSource(tree: SyntaxTree, node: ScalarNode, source: string, parts: readonly TextEdit[], value: string): string | undefined {
  if (node.style === 'literal' || node.style === 'folded') return editBlockScalar(tree, node, parts, value);
  if (parts.some(({ range }) => /[\r\n]/.test(source.slice(range.start, range.end)))) return undefined;
  const edited = (quoted: (text: string) => string) =>
    applyEdits(
      source,
      parts.map(({ range, text }) => ({ range, text: quoted(text) })),
    );
  if (node.style === 'double') return checked(edited(escapedForDouble), 'double', value);
  const inDoubleQuotes = /[\r\n]/.test(source) ? undefined : `"${escapedForDouble(value)}"`;
  if (parts.some(({ text }) => /[\r\n]/.test(text))) return inDoubleQuotes;
  const bare = edited((text) => text);
  if (node.style === 'plain' && isPlain(tree, node, bare, value)) return bare;
  if (node.style === 'plain' && !tree.style.singleQuote && !value.includes('"') && inDoubleQuotes) return inDoubleQuotes;
  const single = node.style === 'plain' ? `'${escapedForSingle(bare)}'` : edited(escapedForSingle);
  return checked(single, 'single', value) ?? inDoubleQuotes;
}

/** The source, unless it means something else than the value. */
function checked(source: string, style: 'single' | 'double', value: string): string | undefined {
  if (style === 'single' && !isPrintable(value.replaceAll('\n', ''))) return undefined;
  // A line that starts with one of these would end the document.
  return readFlowScalar(source, style)?.value === value && !/[\r\n](?:---|\.\.\.)/.test(source) ? source : undefined;
}
