import type { TextChange } from '../../text/change.ts';
import { behindBlanks, isLineEnd } from './line-grammar.ts';
import { type Piece, piecesIn } from './piece.ts';
import type { Source } from './scalar-nodes.ts';
import { Skimmer } from './skim.ts';

/** A map of pieces around a change. */
interface Surrounding {
  readonly pieces: readonly Piece[];
  /** The last piece that starts before the change. */
  readonly at: number;
  /** Where the map's lines end, in the text before the change. */
  readonly end: number;
  /** The columns of the maps around it, the outermost first. */
  readonly around: readonly number[];
}

/**
 * The pieces of a text after a change: those of the innermost map around it are read again from the change on, until one follows that
 * is where it was; the others are moved. Undefined when the change concerns more than the maps around it, or can't be judged.
 */
export function editPieces(pieces: readonly Piece[], source: Source, text: string, change: TextChange): readonly Piece[] | undefined {
  const around = surroundings(pieces, source.text.length, change);
  for (let depth = around.length - 1; depth >= 0; depth--) {
    const inner = around[depth];
    const changed = inner && readAgain(inner, source, text, change);
    if (changed) return around.slice(0, depth).reduceRight((children, outer) => replaced(outer, children, change), changed);
  }
  return undefined;
}

/** The maps of pieces in which a change lies wholly, the outermost first. */
function surroundings(pieces: readonly Piece[], end: number, change: TextChange): readonly Surrounding[] {
  const found: Surrounding[] = [];
  let inner: Omit<Surrounding, 'at'> | undefined = { pieces, end, around: [] };
  while (inner) {
    const at = lastBefore(inner.pieces, change.start);
    const piece: Piece | undefined = inner.pieces[at];
    if (!piece) break;
    found.push({ ...inner, at });
    const isWithin: boolean = change.end < piece.end || (piece.end === end && change.end === end);
    inner = piece.isUpper && isWithin ? { pieces: piece.children(), end: piece.end, around: [...inner.around, piece.indent] } : undefined;
  }
  return found;
}

/** The index of the last piece that starts before an offset; -1 when there is none. */
function lastBefore(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function readAgain(
  { pieces, at, end, around }: Surrounding,
  source: Source,
  text: string,
  change: TextChange,
): readonly Piece[] | undefined {
  const growth = change.newEnd - change.end;
  // What the parser has read may not begin with an entry: then it can't be read without what stands before it.
  let from = at;
  while (from > 0 && pieces[from]?.isForeign) from--;
  const first = pieces[from];
  // A comment or blank line in place of a piece's first line belongs to what stands before it.
  if (first && !startsWithText(text, first.start))
    return from > 0 ? readAgain({ pieces, at: from - 1, end, around }, source, text, change) : undefined;
  if (!first) return undefined;
  let next = at + 1;
  const isWhereItWas = (line: number): boolean => {
    while ((pieces[next]?.start ?? Number.POSITIVE_INFINITY) + growth < line) next++;
    const piece = pieces[next];
    return piece !== undefined && piece.start + growth === line && piece.start > change.end;
  };
  const skimmer = new Skimmer(text, around);
  const stop = skimmer.entries(first.start, first.indent, isWhereItWas);
  if (stop.kind === 'unknown' || skimmer.index.count === 0) return undefined;
  if (stop.kind === 'closed') {
    if (stop.at !== end + growth || (end <= change.end && end !== source.text.length)) return undefined;
    next = pieces.length;
  }
  const map = { lines: { source, index: skimmer.index, foreign: skimmer.foreign }, indent: first.indent, depth: first.depth };
  const fresh = piecesIn(map, { first: 0, last: skimmer.index.count, end: stop.at }, 0);
  const changed = takeOver(pieces.slice(from, next), fresh, change);
  return [...pieces.slice(0, from), ...changed, ...moved(pieces.slice(next), growth)];
}

/** True for a line with more than a comment. */
function startsWithText(text: string, line: number): boolean {
  const code = text.charCodeAt(behindBlanks(text, line));
  return !isLineEnd(code) && code !== 35;
}

function replaced({ pieces, at }: Surrounding, children: readonly Piece[], { end, newEnd }: TextChange): readonly Piece[] {
  const piece = pieces[at];
  const growth = newEnd - end;
  return [...pieces.slice(0, at), ...(piece ? [piece.around(children, growth)] : []), ...moved(pieces.slice(at + 1), growth)];
}

function moved(pieces: readonly Piece[], distance: number): readonly Piece[] {
  for (const piece of pieces) piece.move(distance);
  return pieces;
}

/** Pieces that were read after a change, with those from before it in their places that it left alone. */
export function takeOver(before: readonly Piece[], after: readonly Piece[], change: TextChange): readonly Piece[] {
  const byStart = new Map(before.map((piece) => [piece.start, piece]));
  const growth = change.newEnd - change.end;
  return after.map((piece) => {
    const isBehind = piece.start > change.newEnd;
    const known = byStart.get(isBehind ? piece.start - growth : piece.start);
    if (!known || known.depth !== piece.depth || known.indent !== piece.indent) return piece;
    if (isBehind || piece.end <= change.start) {
      if (known.end !== (isBehind ? piece.end - growth : piece.end) || hasProblems(known)) return piece;
      if (isBehind) known.move(growth);
      return known;
    }
    if (!piece.isUpper || !known.isUpper) return piece;
    return piece.around(takeOver(known.children(), piece.children(), change), 0);
  });
}

/** Where mistakes end may depend on the lines that follow. */
function hasProblems(piece: Piece): boolean {
  return piece.foreignPieces().some(({ problems }) => problems.length > 0);
}
