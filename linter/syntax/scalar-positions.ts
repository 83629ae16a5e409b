import type { Range } from '../text/range.ts';
import type { ScalarNode, SyntaxTree } from './node.ts';
import { blockIndent, readBlockScalar } from './scalars/read-block-scalar.ts';
import { readFlowScalar } from './scalars/read-flow-scalar.ts';
import type { ScalarReading } from './scalars/scalar-reading.ts';

/**
 * The range in the text that shows a part of a scalar's value (`node.text`, both in UTF-16 code units). An escape or a fold is shown by
 * all of its text. Undefined when the part is not in the value, and where value and text can't be matched: broken quotes, a block
 * without text.
 */
export function sourceRange(tree: SyntaxTree, node: ScalarNode, part: Range): Range | undefined {
  const range = scalarReading(tree, node)?.rangeOf(part);
  return range && { start: node.range.start + range.start, end: node.range.start + range.end };
}

/** A scalar's text read once more, its offsets counted from the scalar's start; undefined when that gives another value. */
export function scalarReading(tree: SyntaxTree, { style, range, text }: ScalarNode): ScalarReading | undefined {
  const source = tree.text.slice(range.start, range.end);
  const reading = style === 'literal' || style === 'folded' ? readBlock(source, text) : readFlowScalar(source, style);
  return reading?.value === text ? reading : undefined;
}

function readBlock(source: string, text: string): ScalarReading | undefined {
  const indent = blockIndent(source, text);
  return indent === undefined ? undefined : readBlockScalar(source, indent);
}
