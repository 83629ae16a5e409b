import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { ScalarNode, SyntaxTree } from '../node.ts';
import { isPrintable } from '../scalars/quoting.ts';
import { blockIndent, hasIndentationIndicator, readBlockScalar } from '../scalars/read-block-scalar.ts';

/**
 * The source of a block scalar with parts of it replaced, so that it means `value`; undefined where its header would have to change,
 * and for a folded one where lines would.
 */
export function editBlockScalar(tree: SyntaxTree, node: ScalarNode, parts: readonly TextEdit[], value: string): string | undefined {
  const source = tree.text.slice(node.range.start, node.range.end);
  const indent = blockIndent(source, node.text);
  // Text in the first column could end the document.
  if (indent === undefined || indent === 0 || !isPrintable(value.replaceAll('\n', ''))) return undefined;
  if (node.style === 'folded' && parts.some(({ range }) => /[\r\n]/.test(source.slice(range.start, range.end)))) return undefined;
  const edits = parts.map((part) => ({ range: part.range, text: indented(source, part, indent, tree.style.lineEnd) }));
  // A line that was removed leaves its indentation, which belongs to what follows then.
  const edited = applyEdits(source, edits).replace(/(?<=\n) +$/, '');
  if (source.endsWith('\n') && !edited.endsWith('\n')) return undefined;
  if (hasIndentationIndicator(source) && endsWithBlanks(edited, tree.text.slice(node.range.end))) return undefined;
  if (!hasIndentationIndicator(source) && blockIndent(edited, value) !== indent) return undefined;
  return readBlockScalar(edited, indent)?.value === value ? edited : undefined;
}

/**
 * True where a line of blanks follows the text. With an indentation indicator, whether the parser counts it in depends on the first line
 * of the text, which may have changed.
 */
function endsWithBlanks(edited: string, behind: string): boolean {
  const blank = edited.slice(edited.trimEnd().length) + behind.slice(0, behind.length - behind.trimStart().length);
  return / +\r?\n/.test(behind.trim() === '' ? `${blank}\n` : blank);
}

/** New text as the scalar has it: every line that isn't blank is indented. */
function indented(source: string, { range, text }: TextEdit, indent: number, lineEnd: string): string {
  const column = range.start - (source.lastIndexOf('\n', range.start - 1) + 1);
  const isAtLineEnd = range.end === source.length || /[\r\n]/.test(source.charAt(range.end));
  const lines = text.split('\n').map((line, index, { length }) => {
    const isFilled = line !== '' || (index === length - 1 && !isAtLineEnd);
    const missing = index === 0 ? indent - column : indent;
    return isFilled ? ' '.repeat(Math.max(0, missing)) + line : line;
  });
  return lines.join(lineEnd);
}
