import { columnOf, indentedLines, indentOf, lineEndOf } from '../syntax/editing/lines.ts';
import { newText } from '../syntax/editing/new-text.ts';
import { behindColon } from '../syntax/editing/own-text.ts';
import { blockLines, flowText, type NewMap, type NewValue, standsBeside } from '../syntax/editing/render.ts';
import { jsonCompact, jsonEntriesOnOneLine, jsonLines } from '../syntax/editing/render-json.ts';
import { keyText } from '../syntax/editing/render-scalar.ts';
import type { Range } from '../text/range.ts';
import type { Place } from '../workspace/place.ts';
import type { Spot } from './spot.ts';

/** A text for a spot, with what it replaces. */
export interface Written {
  readonly range: Range;
  readonly text: string;
}

/** An entry as it is written at a spot: in place of a key, which keeps the value that it has, or as the first one below its key. */
export function writtenEntry(spot: Spot, name: string, value: NewValue): Written {
  const { range } = spot;
  if (spot.kind === 'value' && !spot.startsLine) return valueBelow(spot, { [name]: value });
  if (hasValue(spot)) return { range, text: bareKey(spot, name) + (hasColon(spot) ? '' : ':') };
  const text = entriesText(spot, { [name]: value });
  return { range, text: spot.isFollowed ? `${text},` : text };
}

/** True for a key behind which there is a value already, or at least a colon. */
export function hasValue(spot: Spot): boolean {
  return spot.kind === 'key' && (hasColon(spot) || hasLinesBelow(spot));
}

function hasColon({ file, range }: Spot): boolean {
  return range.start < range.end && /^[ \t]*:/.test(file.text.slice(range.end, range.end + 100));
}

/** True where somebody deleted a key to write another one, above what it has for a value. */
function hasLinesBelow({ file: { format, text }, range, path }: Spot): boolean {
  if (format !== 'yaml' || isBetween(path) || !isAtLineEnd(text, range.end)) return false;
  const below = /^(?:[ \t]*(?:#.*)?\r?\n)*( *)[^\s#]/.exec(text.slice(lineEndOf(text, range.end), range.end + farthest));
  return below?.[1] !== undefined && below[1].length > columnOf(text, range.start);
}

/** The line below is looked for this near. */
const farthest = 1000;

/** A key in the quotes that the one has which it replaces. */
function bareKey({ file, range }: Spot, name: string): string {
  const quote = file.text[range.start];
  return keyText(name, file.format === 'json' || quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain');
}

function entriesText(spot: Spot, entries: NewMap): string {
  const { file, range, path } = spot;
  const { style } = file.tree;
  const map = path.at(-1)?.node;
  if (map?.kind !== 'map' || map.style === 'block')
    return indentedLines(blockLines(entries, style), ' '.repeat(columnOf(file.text, range.start)), style.lineEnd);
  if (file.format === 'yaml') return flowText(entries, style);
  if (/[\r\n]/.test(file.text.slice(map.range.start, range.start)))
    return jsonLines(entries, style).join(style.lineEnd + indentOf(file.text, range.start));
  return isMinified(spot) ? jsonCompact(entries) : jsonEntriesOnOneLine(entries, style);
}

function isMinified({ path }: Spot): boolean {
  const [root] = path;
  return root !== undefined && !/":[ \t\r\n]/.test(root.file.text.slice(0, longestLook));
}

/** Habits show early. */
const longestLook = 10_000;

/** An item as it is written at a spot: in place of another one, behind a dash, or with one. */
export function writtenItem(spot: Spot, value: NewValue): Written {
  const { file, range } = spot;
  const { style } = file.tree;
  const column = ' '.repeat(columnOfSpot(spot));
  if (needsDash(spot)) return { range, text: indentedLines(blockLines([value], style), column, style.lineEnd) };
  if (spot.kind === 'value') return valueBelow(spot, [value]);
  const isMap = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  const isInBlock = file.format === 'yaml' && listStyle(spot) === 'block';
  const text =
    isMap && isInBlock
      ? indentedLines(blockLines(value as NewMap, style), column, style.lineEnd)
      : newText(file.tree, spot.offset, value, replaced(spot));
  return { range, text: spot.isFollowed ? `${text},` : text };
}

function needsDash(spot: Spot): boolean {
  return (spot.kind === 'item' && spot.needsDash) || (spot.kind === 'value' && spot.startsLine);
}

function columnOfSpot({ file, range }: Spot): number {
  return file.format === 'yaml' ? columnOf(file.text, range.start) : 0;
}

function listStyle({ path }: Spot): 'block' | 'flow' | undefined {
  const node = path.at(-1)?.node;
  return node && node.kind !== 'scalar' ? node.style : undefined;
}

/** The scalar that is there; undefined where there is none. */
function replaced(spot: Spot): Place['node'] | undefined {
  const holder = spot.path.at(-1)?.node;
  return spot.kind === 'item' && spot.index !== undefined && holder?.kind === 'sequence' ? holder.items()[spot.index] : undefined;
}

/** A value for a key that has none, or a scalar: on the lines below the key, or beside it. */
export function valueBelow({ file, offset, range, path }: Spot, value: NewValue): Written {
  const { text, tree } = file;
  const { style } = tree;
  const entry = path.at(-1)?.entry;
  const colon = entry && behindColon(text, entry);
  const blank = file.format === 'yaml' && text[range.start - 1] === ':' ? ' ' : '';
  const isInBlock = file.format === 'yaml' && !isBetween(path) && isAtLineEnd(text, range.end);
  if (colon === undefined || !entry || !isInBlock || standsBeside(entry.key, value, style))
    return { range, text: blank + newText(tree, offset, value) };
  const [, ...lines] = blockLines({ [entry.key]: value }, style);
  const indented = indentedLines(['', ...lines], ' '.repeat(columnOf(text, entry.keyNode.range.start)), style.lineEnd);
  return { range: { start: colon, end: range.end }, text: indented };
}

function isBetween(path: readonly Place[]): boolean {
  return path.some(({ node }) => node.kind !== 'scalar' && node.style === 'flow');
}

function isAtLineEnd(text: string, offset: number): boolean {
  return text.slice(offset, lineEndOf(text, offset)).trim() === '';
}
