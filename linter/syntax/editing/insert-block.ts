import type { TextEdit } from '../../text/edit.ts';
import type { MapEntry, MapNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { type After, isMissing } from './insertion.ts';
import { columnOf, lineEndOf, lineStartOf } from './lines.ts';
import { blockLines, type NewMap } from './render.ts';

/** Adds entries to a map in YAML's block style; undefined where a key doesn't start its line. */
export function insertIntoBlock(tree: SyntaxTree, map: MapNode, entries: NewMap, after: After): TextEdit | undefined {
  const first = map.written()[0];
  if (!first || !startsItsLine(tree.text, first)) return undefined;
  const style = tree.style;
  const indent = ' '.repeat(columnOf(tree.text, first.keyNode.range.start));
  const lines = blockLines(entries, style).join(style.lineEnd + indent);
  if (!after) {
    const at = first.keyNode.range.start;
    return { range: { start: at, end: at }, text: lines + style.lineEnd + indent };
  }
  const end = endOfEntry(tree.text, after);
  if (columnOf(tree.text, end) === 0 && end > 0) return { range: { start: end, end }, text: indent + lines + style.lineEnd };
  const at = behindOwnComments(tree.text, lineEndOf(tree.text, end), indent.length);
  return { range: { start: at, end: at }, text: style.lineEnd + indent + lines };
}

/** Gives an entry without a value one, on the lines below its key. */
export function fillBlock(tree: SyntaxTree, entry: MapEntry, entries: NewMap): TextEdit | undefined {
  const { text, style } = tree;
  const { keyNode, value } = entry;
  if (!startsItsLine(text, entry)) return undefined;
  const indent = ' '.repeat(columnOf(text, keyNode.range.start)) + style.unit;
  const lines = blockLines(entries, style).map((line) => `${style.lineEnd}${indent}${line}`);
  // Behind a comment on the key's own line, which stays there.
  const end = isMissing(value) ? lineEndOf(text, value.range.start) : value.range.end;
  const start = isMissing(value) ? end : keyNode.range.end + text.slice(keyNode.range.end, value.range.start).trimEnd().length;
  return { range: { start, end }, text: lines.join('') };
}

/** Where the comments end that stand below an entry and further in: they are about it (often it is what it once was). */
function behindOwnComments(text: string, lineEnd: number, column: number): number {
  let end = lineEnd;
  for (;;) {
    const [line, blanks = ''] = /^\r?\n([ ]*)#.*/.exec(text.slice(end, end + longestLine)) ?? [];
    if (line === undefined || blanks.length <= column) return end;
    end += line.length;
  }
}

/** Comments in longer lines are not looked for. */
const longestLine = 1000;

/** False for keys that can't be taken for the start of an entry: `? key`, or a key behind a tab. */
function startsItsLine(text: string, { keyNode }: MapEntry): boolean {
  return /^[ ]*(?:- +)*$/.test(text.slice(lineStartOf(text, keyNode.range.start), keyNode.range.start));
}

/** Where an entry's own text ends; behind the line end for a block scalar that keeps its trailing blank lines. */
function endOfEntry(text: string, { keyNode, value, alias }: MapEntry): number {
  if (alias) return alias.end;
  const last = lastScalar(value);
  const end = Math.max(keyNode.range.end, last.range.end);
  if (last.kind !== 'scalar' || (last.style !== 'literal' && last.style !== 'folded')) return end;
  const header = text.slice(last.range.start, lineEndOf(text, last.range.start));
  return header.includes('+') ? end : Math.max(keyNode.range.end, last.range.start + text.slice(last.range.start, end).trimEnd().length);
}

function lastScalar(node: SyntaxNode): SyntaxNode {
  let last = node;
  while (last.kind !== 'scalar' && last.style === 'block') {
    const next: SyntaxNode | undefined = last.kind === 'map' ? ownValue(last.written().at(-1)) : last.items().at(-1);
    if (!next || next.range.start < last.range.start) break;
    last = next;
  }
  return last;
}

function ownValue(entry: MapEntry | undefined): SyntaxNode | undefined {
  return entry && (entry.alias || isMissing(entry.value) ? undefined : entry.value);
}
