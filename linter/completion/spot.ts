import { type Holder, holdersAround } from '../syntax/editing/containers.ts';
import { isMissing } from '../syntax/editing/insertion.ts';
import { columnOf, lineEndOf, lineStartOf } from '../syntax/editing/lines.ts';
import type { MapEntry, ScalarNode } from '../syntax/node.ts';
import { readFlowScalar } from '../syntax/scalars/read-flow-scalar.ts';
import type { Range } from '../text/range.ts';
import { entryPlace, item, type Place, rootPlace } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';

/** Where in a text something can be written: what stands around, and what it would replace. */
export type Spot = SpotAround &
  (
    | {
        /** A key of the map that `path` ends with. */
        readonly kind: 'key';
        /** The entry whose key it is; undefined for a new one. */
        readonly entry: MapEntry | undefined;
      }
    | {
        /** An item of the list that `path` ends with. */
        readonly kind: 'item';
        /** The item that is there; undefined for a new one. */
        readonly index: number | undefined;
        /** True at the start of a line, where a new item needs its dash. */
        readonly needsDash: boolean;
      }
    | {
        /** The value that `path` ends with: a scalar, which may be missing. */
        readonly kind: 'value';
        /** True on a line of its own below its key: the first key of a map or the first item of a list may be meant. */
        readonly startsLine: boolean;
      }
  );

interface SpotAround {
  readonly file: SourceFile;
  readonly offset: number;
  /** From the root on. Never empty. */
  readonly path: readonly Place[];
  /** What it replaces; empty where nothing is there yet. */
  readonly range: Range;
  /** True when something follows between the same brackets, so that a comma is needed. */
  readonly isFollowed: boolean;
  /** True where nothing but a longer text can be meant: behind the blanks that follow a plain scalar. */
  readonly isBehind: boolean;
}

/** The spot at an offset (UTF-16 code units) of a text, which may be half-typed; undefined in comments, in texts and where nothing can be. */
export function spotAt(file: SourceFile, offset: number): Spot | undefined {
  if (isInComment(file, offset)) return undefined;
  return onText(file, offset) ?? betweenBrackets(file, offset) ?? onNewLine(file, offset) ?? behindText(file, offset);
}

function isInComment(file: SourceFile, offset: number): boolean {
  if (!/#|\/[/*]/.test(file.text.slice(startOfLine(file, offset), offset))) return false;
  return file.tree.comments().some(({ range }) => range.start < offset && offset <= range.end);
}

/** Where nothing is yet. */
function newAt(file: SourceFile, offset: number, path: readonly Place[]): SpotAround {
  return { file, offset, path, range: { start: offset, end: offset }, isFollowed: false, isBehind: false };
}

/** The places that some holders are, the root first; none when nothing of the text could be read. */
function placesOf(file: SourceFile, holders: readonly Holder[]): readonly Place[] {
  const root = rootPlace(file);
  const path = root ? [root] : [];
  for (const holder of holders) {
    const above = path.at(-1);
    const place = above && ('entry' in holder ? entryPlace(above, holder.entry) : item(above, holder.index));
    if (!place) break;
    path.push(place);
  }
  return path;
}

/** On a key or a scalar, or where one is missing. */
function onText(file: SourceFile, offset: number): Spot | undefined {
  const holders = holdersAround(file.tree, offset);
  const last = holders.at(-1);
  return last && (isAlias(last) ? undefined : spotIn(file, offset, holders, last, offset));
}

/** The spot of the innermost holder, seen from an offset at or before the cursor. */
function spotIn(file: SourceFile, offset: number, holders: readonly Holder[], last: Holder, seen: number): Spot | undefined {
  const path = placesOf(file, holders);
  const around = { file, offset, isFollowed: false, isBehind: seen < offset };
  if ('entry' in last && covers(last.entry.keyNode.range, seen))
    return { ...around, kind: 'key', path: path.slice(0, -1), entry: last.entry, range: typedRange(file, last.entry.keyNode, offset) };
  const node = path.at(-1)?.node;
  if (node?.kind !== 'scalar' || !covers(node.range, seen)) return undefined;
  const range = typedRange(file, node, offset);
  if ('index' in last) return { ...around, kind: 'item', path: path.slice(0, -1), index: last.index, range, needsDash: false };
  const startsLine = last.map.style === 'block' && isBlank(file.text.slice(startOfLine(file, range.start), range.start));
  return { ...around, kind: 'value', path, range, startsLine };
}

/** A scalar's text; of one whose closing quote is still missing, or that ends on another line, what stands before the cursor. */
function typedRange(file: SourceFile, { range, style }: ScalarNode, offset: number): Range {
  const { start, end } = range;
  if (start < startOfLine(file, offset)) return { start: offset, end: offset };
  const source = file.text.slice(start, end);
  const isWhole = !/[\r\n]/.test(source) && style !== 'literal' && style !== 'folded' && readFlowScalar(source, style) !== undefined;
  return { start, end: isWhole ? Math.max(end, offset) : offset };
}

/** Between brackets, where one more key or item can stand. */
function betweenBrackets(file: SourceFile, offset: number): Spot | undefined {
  const path = placesOf(file, holdersAround(file.tree, offset));
  const { text } = file;
  const node = path.at(-1)?.node;
  if (!node || node.kind === 'scalar' || node.style !== 'flow' || node.range.start >= offset) return undefined;
  if (offset >= node.range.end && /[\]}]$/.test(text.slice(node.range.start, node.range.end))) return undefined;
  const next = /^\s*(\S?)/.exec(text.slice(offset, offset + farthest)) ?? [''];
  if (!/^[[{,]$/.test(characterBefore(text, offset))) return undefined;
  const isFollowed =
    /^[^\]},]/.test(next[1] ?? '') && (file.format === 'json' ? next[1] === '"' || next[1] === '{' : !/[\r\n]/.test(next[0]));
  const around = { ...newAt(file, offset, path), isFollowed };
  return node.kind === 'map'
    ? { ...around, kind: 'key', entry: undefined }
    : { ...around, kind: 'item', index: undefined, needsDash: false };
}

/** More blank space than this is nowhere. */
const farthest = 1000;

/** The last character before an offset that is no blank and no line break; empty when there is none. */
function characterBefore(text: string, offset: number): string {
  return (
    text
      .slice(Math.max(0, offset - farthest), offset)
      .trimEnd()
      .at(-1) ?? ''
  );
}

/** On an empty line of YAML: what is above and its indentation tell what it is a part of. */
function onNewLine(file: SourceFile, offset: number): Spot | undefined {
  const { text, tree } = file;
  const start = startOfLine(file, offset);
  if (file.format !== 'yaml' || !isBlank(text.slice(start, lineEndOf(text, offset)))) return undefined;
  const above = lastToken(text, start);
  if (above === undefined) return undefined;
  const column = offset - start;
  const holders = holdersAround(tree, above);
  const outer = holders.findIndex((holder) => columnOfHolder(text, holder) >= column);
  const kept = outer < 0 ? holders : holders.slice(0, outer);
  if (kept.some(isAlias) || kept.some((holder) => styleOf(holder) === 'flow')) return undefined;
  const path = placesOf(file, kept);
  const node = path.at(-1)?.node;
  const around = newAt(file, offset, path);
  if (node?.kind === 'scalar') return kept.length > 0 && isMissing(node) ? { ...around, kind: 'value', startsLine: true } : undefined;
  if (!node || node.style === 'flow' || columnOf(text, node.range.start) !== column) return undefined;
  return node.kind === 'map'
    ? { ...around, kind: 'key', entry: undefined }
    : { ...around, kind: 'item', index: undefined, needsDash: true };
}

/** Where the text of the last line before an offset begins that is more than blanks and a comment; undefined when there is none. */
function lastToken(text: string, offset: number): number | undefined {
  for (let end = offset; end > 0; ) {
    const start = lineStartOf(text, end - 1);
    const line = text.slice(start, end);
    const token = /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
    const first = line.trim() === '-' ? line.indexOf('-') + 1 : token;
    if (!/^[ \t]*(?:#|[\r\n]*$)/.test(line)) return start + first;
    end = start;
  }
  return undefined;
}

/** How far the key, or the dash, stands from the start of its line. */
function columnOfHolder(text: string, holder: Holder): number {
  return columnOf(text, ('entry' in holder ? holder.entry.keyNode : holder.sequence).range.start);
}

/** Behind a colon or a plain scalar with nothing but blanks in between, and nothing of the same value behind it. */
function behindText(file: SourceFile, offset: number): Spot | undefined {
  const { text, tree, format } = file;
  const before = text.slice(startOfLine(file, offset), offset);
  if (format !== 'yaml' || !/^[ \t]*(?:[,\]}]|$)/.test(text.slice(offset, lineEndOf(text, offset)))) return undefined;
  const behind = /[ \t]*(?::[ \t]*)?$/.exec(before)?.[0] ?? '';
  const end = offset - behind.length;
  const holders = isBlank(before) ? [] : holdersAround(tree, end);
  const last = holders.at(-1);
  if (!last || isAlias(last)) return undefined;
  if ('entry' in last && behind.includes(':') && last.entry.keyNode.range.end === end && isMissing(last.entry.value))
    return { ...newAt(file, offset, placesOf(file, holders)), kind: 'value', startsLine: false };
  const value = placesOf(file, holders).at(-1)?.node;
  return !behind.includes(':') && value?.kind === 'scalar' && value.style === 'plain' && value.range.end === end
    ? spotIn(file, offset, holders, last, end)
    : undefined;
}

function isAlias(holder: Holder): boolean {
  return ('entry' in holder ? holder.entry.alias : holder.sequence.aliasAt(holder.index)) !== undefined;
}

function styleOf(holder: Holder): 'block' | 'flow' {
  return ('entry' in holder ? holder.map : holder.sequence).style;
}

/** Where the line of an offset starts; a text on one line may be long. */
function startOfLine({ lines }: SourceFile, offset: number): number {
  return offset - lines.positionAt(offset).character;
}

function covers({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
