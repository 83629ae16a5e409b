import type { MapNode, SyntaxTree } from '../node.ts';

/** The habits of a text that new lines take over. */
export interface TextStyle {
  readonly lineEnd: '\n' | '\r\n';
  /** What one level of indentation is: blanks, in JSON perhaps a tab. */
  readonly unit: string;
  /** The quotes that strings have in YAML. */
  readonly singleQuote: boolean;
}

/** Reads a text's habits from what is there; an empty text has two blanks and single quotes. */
export function textStyle(tree: SyntaxTree): TextStyle {
  const { text } = tree;
  return {
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    unit:
      tree.format === 'json' || tree.root?.kind !== 'map' || tree.root.style === 'flow' ? bracketUnit(text) : blockUnit(text, tree.root),
    singleQuote: prefersSingleQuotes(text),
  };
}

function bracketUnit(text: string): string {
  return /^[{[][^\S\r\n]*\r?\n([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
}

function blockUnit(text: string, root: MapNode): string {
  for (const { value } of root.written()) {
    if (value.kind !== 'map' || value.style !== 'block') continue;
    const column = columnOf(text, value.range.start);
    if (column > 0) return ' '.repeat(column);
  }
  return '  ';
}

/** Status keys decide (`'200':` against `"200":`), without them all strings. */
function prefersSingleQuotes(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const single = count(/^[ ]*'[1-5][0-9X]{2}'[ ]*:/gm);
  const double = count(/^[ ]*"[1-5][0-9X]{2}"[ ]*:/gm);
  return single === double ? count(/[:-] '/g) >= count(/[:-] "/g) : single > double;
}

/** How many code units stand before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStartOf(text, offset);
}

/** The offset at which the line of an offset starts. */
export function lineStartOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n\uFEFF]/.test(text.charAt(start - 1))) start--;
  return start;
}

/** The offset at which the line of an offset ends, before its line end. */
export function lineEndOf(text: string, offset: number): number {
  const length = text.slice(offset).search(/[\r\n]/);
  return length < 0 ? text.length : offset + length;
}

/** The blanks and tabs with which the line of an offset starts. */
export function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartOf(text, offset), offset))?.[0] ?? '';
}
