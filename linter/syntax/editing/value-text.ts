import type { Range } from '../../text/range.ts';
import type { MapEntry, SyntaxNode, SyntaxTree } from '../node.ts';
import { holderOf } from './containers.ts';
import { behindLineBreak, columnOf, indentOf, lineEndOf, lineStartOf } from './lines.ts';
import { endOfValue, isBlockScalar, keepsLineEnds, lastPart } from './own-text.ts';
import { lastLineEnd } from './remove-block.ts';

/** A value's own text, such as it can be put elsewhere. */
export interface ValueText {
  /** In block style whole lines, its comments among them, without the last line's end. */
  readonly range: Range;
  /** The blanks and tabs that all of its lines have before them, in other styles the first one apart. */
  readonly indent: string;
  readonly isBlock: boolean;
}

/** A value's text; undefined for one that shares lines with others in unusual ways, or has the blank lines behind it. */
export function valueText(tree: SyntaxTree, node: SyntaxNode): ValueText | undefined {
  const { text } = tree;
  const { start, end } = node.range;
  if (node.kind === 'scalar' || node.style === 'flow') return { range: { start, end }, indent: indentOf(text, start), isBlock: false };
  const last = lastPart(text, node);
  const indent = text.slice(lineStartOf(text, start), start);
  if (!/^ *$/.test(indent) || (isBlockScalar(last) && keepsLineEnds(text, last))) return undefined;
  const holder = holderOf(tree, node);
  const entry = holder && 'entry' in holder ? holder.entry : undefined;
  const first = entry ? firstLine(text, entry, start) : lineStartOf(text, start);
  const behind = lastLineEnd(text, endOfValue(text, node), columnOf(text, entry ? entry.keyNode.range.start : start));
  return first === undefined || behind === undefined ? undefined : { range: { start: first, end: behind }, indent, isBlock: true };
}

/** Where the first line below a key starts, a comment's or the value's own; undefined when something else stands between. */
function firstLine(text: string, { keyNode }: MapEntry, valueStart: number): number | undefined {
  const below = behindLineBreak(text, lineEndOf(text, keyNode.range.end));
  const own = lineStartOf(text, valueStart);
  if (below > own || !/^(?:[ \t]*(?:#.*)?(?:\r\n|[\r\n]))*$/.test(text.slice(below, own))) return undefined;
  return below + (/^(?:[ \t]*(?:\r\n|[\r\n]))*/.exec(text.slice(below, own))?.[0].length ?? 0);
}

/**
 * The lines of a text with other blanks before them, the first one as it is; undefined when one has fewer than `before` and is neither
 * empty nor a comment.
 */
export function reindented(text: string, before: string, after: string, lineEnd: string): string | undefined {
  const [first = '', ...others] = text.split(/\r\n|[\r\n]/);
  const lines = [first];
  for (const line of others) {
    if (line.trim() === '' && line.length <= before.length) lines.push('');
    else if (line.startsWith(before)) lines.push(after + line.slice(before.length));
    else if (line.trimStart().startsWith('#')) lines.push(after + line.trimStart());
    else return undefined;
  }
  return lines.join(lineEnd);
}
