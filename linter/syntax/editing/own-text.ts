import type { Range } from '../../text/range.ts';
import type { Format, MapEntry, MapNode, ScalarNode, SequenceNode, SyntaxNode } from '../node.ts';
import { isMissing } from './insertion.ts';
import { beforeLineBreak, columnOf, indentOf, lineStartOf } from './lines.ts';

/** True where only blanks and the dashes of lists stand before an offset on its line: no `? key`, no key behind a tab or an anchor. */
export function startsItsLine(text: string, offset: number): boolean {
  return /^[ ]*(?:- +)*$/.test(text.slice(lineStartOf(text, offset), offset));
}

/** The offset behind an entry's colon; undefined when no colon follows the key: an explicit key (`? key`), or an alias of one. */
export function behindColon(text: string, { keyNode, value, alias }: MapEntry): number | undefined {
  const [colon] = /^[ \t]*:/.exec(text.slice(keyNode.range.end, Math.max(keyNode.range.end, (alias ?? value.range).start))) ?? [];
  return colon === undefined ? undefined : keyNode.range.end + colon.length;
}

/** Where an entry's own text ends; behind the line end for a block scalar that keeps its trailing blank lines. */
export function endOfEntry(text: string, { keyNode, value, alias }: MapEntry): number {
  return alias ? alias.end : Math.max(keyNode.range.end, endOfValue(text, value));
}

/** Where a value's own text ends; behind the line end for a block scalar that keeps its trailing blank lines. */
export function endOfValue(text: string, value: SyntaxNode): number {
  const last = lastPart(text, value);
  if (last.kind === 'map') return Math.max(last.range.end, endOfMissing(last));
  if (!isBlockScalar(last) || keepsLineEnds(text, last)) return last.range.end;
  return last.range.start + text.slice(last.range.start, last.range.end).trimEnd().length;
}

/** Where the colon ends, or an anchor behind it, of a last entry without a value. */
function endOfMissing(map: MapNode): number {
  const last = map.written().at(-1);
  return last && !last.alias && isMissing(last.value) ? last.value.range.end : 0;
}

/** What a value in block style ends with: a scalar, brackets, or a collection whose last value is missing or an alias. */
export function lastPart(text: string, node: SyntaxNode): SyntaxNode {
  let last = node;
  // A collection asks all the way down where it ends: each is asked once.
  let { range } = node;
  while (last.kind !== 'scalar' && last.style === 'block') {
    const next = last.kind === 'map' ? ownValue(last.written().at(-1)) : lastItem(last);
    const inner = next?.range;
    if (!next || !inner || inner.start < range.start || endsWithMore(text, range, inner)) break;
    last = next;
    range = inner;
  }
  return last;
}

/** True for a collection with text behind its last value: an entry whose key is no scalar is none of its entries. */
function endsWithMore(text: string, { end }: Range, last: Range): boolean {
  return (
    end > last.end &&
    text
      .slice(last.end, end)
      .replace(/(?<=\s)#.*/g, '')
      .trim() !== ''
  );
}

function ownValue(entry: MapEntry | undefined): SyntaxNode | undefined {
  return entry && (entry.alias || isMissing(entry.value) ? undefined : entry.value);
}

function lastItem(sequence: SequenceNode): SyntaxNode | undefined {
  const items = sequence.items();
  return sequence.aliasAt(items.length - 1) ? undefined : items.at(-1);
}

/** True for the styles in which text is lines below a header: literal and folded. */
export function isBlockScalar(node: SyntaxNode): node is ScalarNode {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}

/** True for a block scalar to which the blank lines behind it belong (`|+`). */
export function keepsLineEnds(text: string, { range }: ScalarNode): boolean {
  return /^[|>][1-9]?\+/.test(text.slice(range.start, range.start + 3));
}

/** Where the comments end that stand below an entry and further in: they are about it (often it is what it once was). */
export function behindOwnComments(text: string, lineEnd: number, column: number): number {
  let end = lineEnd;
  for (;;) {
    const [line, blanks = ''] = /^\r?\n([ ]*)#.*/.exec(text.slice(end, end + longestLine)) ?? [];
    if (line === undefined || blanks.length <= column) return end;
    end += line.length;
  }
}

/**
 * Where an entry begins with the comment lines right above it, in the column of its key: they are about it. The key's own start where
 * there are none, and where something stands before it on its line.
 */
export function startWithComments(text: string, key: number, format: Format): number {
  const indent = indentOf(text, key);
  if (indent.length < columnOf(text, key)) return key;
  let start = key;
  for (;;) {
    const lineEnd = beforeLineBreak(text, lineStartOf(text, start));
    const lineStart = lineStartOf(text, lineEnd);
    const line = text.slice(lineStart, lineEnd);
    if (lineStart === lineEnd || !line.startsWith(indent) || !commentLines[format].test(line.slice(indent.length))) return start;
    start = lineStart + indent.length;
  }
}

const commentLines: Readonly<Record<Format, RegExp>> = { yaml: /^#/, json: /^(?:\/\/|\/\*.*\*\/[ \t]*$)/ };

/** Comments in longer lines are not looked for. */
const longestLine = 1000;
