import type { TextChange } from '../../text/change.ts';
import { lazy } from '../../text/lazy.ts';
import type { MapEntry, SyntaxProblem } from '../node.ts';
import type { Segment } from '../segment.ts';
import { shapes } from './block-index.ts';
import { BlockMap, entriesOf, foreignEnd, type Lines } from './block-reader.ts';
import { eachComment } from './comments.ts';
import { closingQuotes, type ForeignPiece } from './foreign-piece.ts';

/** Maps this deep below the root are made of pieces: paths and components, path items and schemas, operations. */
const deepestPieces = 2;

/**
 * An entry of one of the upper maps with all lines up to the next entry. It is what stays when the text around it is edited, and what
 * is read again when it is edited itself.
 */
export class Piece {
  readonly segment: Segment;
  readonly lines: Lines;
  readonly record: number;
  /** The column of the map's keys. */
  readonly indent: number;
  /** How many maps are around that of the piece. */
  readonly depth: number;
  readonly #end: number;
  #children: readonly Piece[] | undefined;
  #entries: readonly MapEntry[] | undefined;

  /** `end` is an offset of the segment; `children` are those of a piece of which a part has changed. */
  constructor(segment: Segment, { lines, record, indent, depth }: PieceFacts, end: number, children?: readonly Piece[]) {
    this.segment = segment;
    this.lines = lines;
    this.record = record;
    this.indent = indent;
    this.depth = depth;
    this.#end = end;
    this.#children = children;
  }

  /** Where the first line starts. */
  get start(): number {
    return this.#lineStart + this.segment.offset;
  }

  /** Where the next entry's line starts, or that of whatever follows the map. */
  get end(): number {
    return this.#end + this.segment.offset;
  }

  get #lineStart(): number {
    return lineOf(this.lines, this.record, this.indent);
  }

  get isForeign(): boolean {
    return this.lines.index.shape(this.record) === shapes.foreign;
  }

  /** True when the value is a map of pieces. */
  get isUpper(): boolean {
    return this.depth < deepestPieces && this.lines.index.shape(this.record) === shapes.map;
  }

  /** The entries of an upper piece's value. */
  children(): readonly Piece[] {
    const { index } = this.lines;
    this.#children ??= piecesIn(
      { lines: this.lines, indent: index.column(this.record), depth: this.depth + 1 },
      { first: this.record + 1, last: index.next(this.record), end: this.#end },
      this.segment.offset,
    );
    return this.#children;
  }

  /** The entries of the map that this piece stands for: one, or those of a stretch that the parser has read. */
  entries(): readonly MapEntry[] {
    this.#entries ??= entriesOf(this.lines, this.segment, this.record, this.isUpper ? () => mapOf(() => this.children()) : undefined);
    return this.#entries;
  }

  /** The same piece around other children, after a change within it. */
  around(children: readonly Piece[], growth: number): Piece {
    return new Piece(this.segment, this, this.#end + growth, children);
  }

  /** Moves the piece and all that is in it. */
  move(distance: number): void {
    this.segment.offset += distance;
    for (const child of this.#children ?? []) child.move(distance);
  }

  problems(): readonly SyntaxProblem[] {
    if (this.lines.foreign.length === 0 && !this.#children) return [];
    if (this.#children) return this.#children.flatMap((child) => child.problems());
    const { offset } = this.segment;
    return this.foreignPieces().flatMap(({ problems }) =>
      problems.map(({ message, range }) => ({ message, range: { start: range.start + offset, end: range.end + offset } })),
    );
  }

  /** The stretches in this piece that the parser has read. */
  foreignPieces(): readonly ForeignPiece[] {
    if (this.#children) return this.#children.flatMap((child) => child.foreignPieces());
    const { foreign } = this.lines;
    if (foreign.length === 0) return [];
    const start = this.#lineStart;
    return foreign.filter((piece) => piece.start >= start && piece.start < this.#end);
  }

  /** Calls back for each comment with the offsets of its `#` and of its end, in text order. */
  eachComment(found: (start: number, end: number) => void): void {
    const { offset } = this.segment;
    const { text } = this.lines.source;
    const children = this.#children;
    const own = children?.[0] ? children[0].start - offset : this.#end;
    const foreign = children ? [] : [...this.foreignPieces()];
    const tellForeign = (before: number): void => {
      for (let next = foreign[0]; next && next.start < before; next = foreign[0]) {
        const shift = next.start + offset;
        eachComment(text.slice(shift, next.end + offset), (start, end) => found(start + shift, end + shift));
        foreign.shift();
      }
    };
    for (const comment of this.lines.index.commentsBetween(this.#lineStart, own)) {
      tellForeign(comment);
      found(comment + offset, commentEnd(text, comment + offset));
    }
    tellForeign(Number.POSITIVE_INFINITY);
    for (const child of children ?? []) child.eachComment(found);
  }

  /** False when a string that is never closed would be read otherwise, because of quotes further down that came or went. */
  holdsIn(text: string, change: TextChange): boolean {
    return this.foreignPieces().every(({ openQuotes, end }) => {
      if (openQuotes === undefined) return true;
      const at = end + this.segment.offset;
      return openQuotes === closingQuotes(text, at > change.end ? at + change.newEnd - change.end : at);
    });
  }
}

/** The map whose entries are pieces. */
export function mapOf(pieces: () => readonly Piece[]): BlockMap {
  return new BlockMap(
    lazy(() => pieces().flatMap((piece) => piece.entries())),
    () => {
      const last = pieces().at(-1);
      return last && foreignEnd(last.lines, last.segment, last.record);
    },
  );
}

/** What the pieces of one map have in common. */
export interface PieceMap {
  readonly lines: Lines;
  readonly indent: number;
  readonly depth: number;
}

interface PieceFacts extends PieceMap {
  readonly record: number;
}

/** Records that are beside each other: from `first` on, before `last`; the last one's lines reach to the offset `end`. */
export interface Records {
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

/** Makes pieces of records, each with a segment of its own, which is moved by `offset` already. */
export function piecesIn(map: PieceMap, { first, last, end }: Records, offset: number): readonly Piece[] {
  const { lines, indent } = map;
  const pieces: Piece[] = [];
  for (let record = first; record < last; ) {
    const next = lines.index.next(record);
    pieces.push(new Piece({ offset }, { ...map, record }, next < last ? lineOf(lines, next, indent) : end));
    record = next;
  }
  return pieces;
}

function lineOf({ index }: Lines, record: number, indent: number): number {
  const start = index.start(record);
  return index.shape(record) === shapes.foreign ? start : start - indent;
}

export function commentEnd(text: string, start: number): number {
  const lineFeed = text.indexOf('\n', start);
  if (lineFeed < 0) return text.length;
  return text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
}
