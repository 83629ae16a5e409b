import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import type { MapEntry, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { isBetweenBrackets } from './containers.ts';
import { isEmpty, isMissing } from './insertion.ts';
import { columnOf, indentedLines, lineEndOf } from './lines.ts';
import { mayGo } from './may-go.ts';
import { newText } from './new-text.ts';
import { behindColon, endOfValue, isBlockScalar, startsItsLine } from './own-text.ts';
import { itemPart } from './part.ts';
import { blockLines, type NewValue, standsBeside } from './render.ts';

/**
 * Replaces an entry's value, or gives it one behind its colon, in the style of the text; of an alias only its name. Undefined for a
 * merged entry, and where that can't be done soundly: tags, anchors that are used elsewhere, collections with mistakes in the text.
 */
export function replaceValue(tree: SyntaxTree, entry: MapEntry, value: NewValue): TextEdit | undefined {
  const { keyNode, alias, value: old } = entry;
  const colon = behindColon(tree.text, entry);
  const above = { start: colon ?? keyNode.range.end, end: (alias ?? old.range).start };
  if (entry.merged || isTagged(tree, above)) return undefined;
  if (alias) return { range: alias, text: newText(tree, alias.start, value) };
  const below = colon === undefined ? undefined : belowKey(tree, entry, { start: colon, end: above.end }, value);
  if (below) return below;
  if (isMissing(old)) return colon === undefined ? undefined : addedBehind(tree, above, value);
  // A map can't stand in the column of its key, as a list can.
  const isBelow = () =>
    old.kind === 'map' || Array.isArray(value) || columnOf(tree.text, old.range.start) > columnOf(tree.text, keyNode.range.start);
  if (isBlock(old) && !(isFilled(value) && isBelow())) return colon === undefined ? undefined : besideColon(tree, above, old, value);
  return replacedNode(tree, old, value);
}

/** Replaces an item of a list, as `replaceValue` does a value; undefined when there is none with this index. */
export function replaceItem(tree: SyntaxTree, sequence: SequenceNode, index: number, value: NewValue): TextEdit | undefined {
  const old = sequence.items()[index];
  if (!old) return undefined;
  const alias = sequence.aliasAt(index);
  const above = { start: itemPart(tree.text, sequence, index - 1)?.end ?? sequence.range.start, end: (alias ?? old.range).start };
  if (isTagged(tree, above)) return undefined;
  if (alias) return { range: alias, text: newText(tree, alias.start, value) };
  if (!isMissing(old)) return replacedNode(tree, old, value);
  return tree.text[above.end - 1] === '-' ? addedBehind(tree, { start: above.end, end: above.end }, value) : undefined;
}

/** A tag before a value would make something else of a new one. */
function isTagged(tree: SyntaxTree, above: Range): boolean {
  return withoutComments(tree, above).includes('!');
}

function withoutComments({ text }: SyntaxTree, { start, end }: Range): string {
  return text.slice(start, end).replace(/(?:^|\s)#.*/g, '');
}

function isBlock(node: SyntaxNode): boolean {
  return node.kind !== 'scalar' && node.style === 'block';
}

/** True for a list or map that is not empty. */
function isFilled(value: NewValue): value is readonly NewValue[] | Readonly<Record<string, NewValue>> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/**
 * Writes a collection on the lines below its key, where the text has such there; undefined where it stands beside the key, and where that
 * shares its line with more than a comment.
 */
function belowKey(tree: SyntaxTree, { key, keyNode, value: old }: MapEntry, above: Range, value: NewValue): TextEdit | undefined {
  const { text, style } = tree;
  const isBeside = old.kind === 'scalar' ? !isBlockScalar(old) : isEmpty(old);
  if (!isFilled(value) || isListOfScalars(value) || !isBeside || tree.format === 'json' || isBetweenBrackets(tree, keyNode.range.start))
    return undefined;
  if (standsBeside(key, value, style) || !startsItsLine(text, keyNode.range.start)) return undefined;
  const lineEnd = lineEndOf(text, old.range.end);
  const comment = /^[ \t]*(#.*)?$/.exec(text.slice(old.range.end, lineEnd));
  if (!comment || text.slice(above.start, above.end).trim() !== '') return undefined;
  const isIndented = !Array.isArray(value) || style.indentedLists;
  const indent = ' '.repeat(columnOf(text, keyNode.range.start) + (isIndented ? style.unit.length : 0));
  const lines = blockLines(value, style).map((line) => style.lineEnd + (line && indent + line));
  return replacement(tree, { start: above.start, end: lineEnd }, (comment[1] ? ` ${comment[1]}` : '') + lines.join(''));
}

function isListOfScalars(value: NewValue): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null);
}

/** Puts a value behind a colon or dash that has none; undefined when what follows could not be read, and may be meant to be the value. */
function addedBehind(tree: SyntaxTree, { start, end }: Range, value: NewValue): TextEdit | undefined {
  const next = end + tree.text.slice(end).search(/\S|$/);
  if (tree.problems.some(({ range }) => range.start <= next && next <= range.end)) return undefined;
  return tree.text.slice(start, end).trim() === '' ? { range: { start, end: start }, text: ` ${newText(tree, start, value)}` } : undefined;
}

/** Replaces a block below a key by a value beside it; comments between them stay. */
function besideColon(tree: SyntaxTree, above: Range, old: SyntaxNode, value: NewValue): TextEdit | undefined {
  if (withoutComments(tree, above).trim() !== '') return undefined;
  const comments = tree.text.slice(above.start, above.end).trimEnd();
  // Below brackets the only comment would stand further in than what follows.
  const [, only] = typeof value === 'object' ? (/^[ \t]*\r?\n[ \t]*(#[^\r\n]*)$/.exec(comments) ?? []) : [];
  const text = ` ${newText(tree, above.start, value)}${only ? ` ${only}` : comments}`;
  return replacement(tree, { start: above.start, end: textEnd(tree.text, old) }, text);
}

function replacedNode(tree: SyntaxTree, old: SyntaxNode, value: NewValue): TextEdit | undefined {
  const { text, style } = tree;
  const { start } = old.range;
  // The header's comment would go, too.
  if (isBlockScalar(old) && text.slice(start, lineEndOf(text, start)).includes('#')) return undefined;
  const range = { start, end: textEnd(text, old) };
  if (old.kind === 'scalar') return { range, text: newText(tree, start, value, old) };
  if (!isBlock(old) || !isFilled(value)) return replacement(tree, range, newText(tree, start, value, old));
  return replacement(tree, range, indentedLines(blockLines(value, style), ' '.repeat(columnOf(text, start)), style.lineEnd));
}

/** Where a node's text ends, without the line ends behind a block scalar. */
function textEnd(text: string, node: SyntaxNode): number {
  const { start } = node.range;
  return start + text.slice(start, endOfValue(text, node)).trimEnd().length;
}

function replacement(tree: SyntaxTree, range: Range, text: string): TextEdit | undefined {
  return mayGo(tree, range) ? { range, text } : undefined;
}
