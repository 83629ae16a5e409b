import type { TextChange } from '../../text/change.ts';
import type { Comment, ParsedText } from '../node.ts';
import { BlockIndex } from './block-index.ts';
import type { Lines } from './block-reader.ts';
import { editPieces, takeOver } from './edit-pieces.ts';
import { behindBlanks } from './line-grammar.ts';
import { commentEnd, mapOf, type Piece, piecesIn } from './piece.ts';
import type { Source } from './scalar-nodes.ts';
import { Skimmer } from './skim.ts';
import { hasUsualLineBreaks, prologueEnd } from './stretches.ts';
import { parseWholeYaml } from './whole-yaml.ts';

/** A text in block style as the pieces of its outermost map. */
interface BlockText {
  readonly source: Source;
  readonly pieces: readonly Piece[];
}

/**
 * Reads a YAML text: where its root is a map in block style, entries are found by indentation, and nodes are made when they are asked
 * for; what only the parser can judge as a whole is given to it. Never throws.
 */
export function parseYaml(text: string): ParsedText {
  const read = skimAll(text, { text });
  return read ? parsedText(read) : parseWholeYaml(text);
}

/** `source` is where the text will be: it need not be there yet. */
function skimAll(text: string, source: Source): BlockText | undefined {
  if (!hasUsualLineBreaks(text)) return undefined;
  const at = prologueEnd(text, new BlockIndex());
  if (at < 0) return undefined;
  const skimmer = new Skimmer(text, []);
  const indent = behindBlanks(text, at) - at;
  // Behind a byte order mark the parser takes blanks for none.
  if (indent > 0 && text.startsWith('\uFEFF')) return undefined;
  const end = skimmer.entries(at, indent, () => false);
  if (end.kind !== 'closed' || end.at < text.length) return undefined;
  const lines: Lines = { source, index: skimmer.index, foreign: skimmer.foreign };
  return { source, pieces: piecesIn({ lines, indent, depth: 0 }, { first: 0, last: lines.index.count, end: text.length }, 0) };
}

function parsedText(read: BlockText): ParsedText {
  return {
    root: mapOf(() => read.pieces),
    problems: read.pieces.flatMap((piece) => piece.problems()),
    comments: () => commentsOf(read),
    edited: (text, change) => edited(read, text, change),
  };
}

/** The pieces of `read` go over to the new text, those apart that the change touches; undefined when only the parser can judge it. */
function edited({ source, pieces }: BlockText, text: string, change: TextChange): ParsedText | undefined {
  const mayBreakLines = text.slice(Math.max(0, change.start - 1), change.newEnd + 1).includes('\r');
  if (mayBreakLines && !hasUsualLineBreaks(text)) return undefined;
  const isSteady = pieces.every((piece) => piece.holdsIn(text, change));
  const after = (isSteady ? editPieces(pieces, source, text, change) : undefined) ?? skimmedAgain(pieces, source, text, change);
  source.text = text;
  return after && parsedText({ source, pieces: after });
}

function skimmedAgain(pieces: readonly Piece[], source: Source, text: string, change: TextChange): readonly Piece[] | undefined {
  const whole = skimAll(text, source);
  return whole && takeOver(pieces, whole.pieces, change);
}

function commentsOf({ source, pieces }: BlockText): readonly Comment[] {
  const { text } = source;
  const comments: Comment[] = [];
  const add = (start: number, end: number) => comments.push({ range: { start, end }, text: text.slice(start + 1, end) });
  const prologue = new BlockIndex();
  prologueEnd(text, prologue);
  for (const start of prologue.commentsBetween(0, text.length)) add(start, commentEnd(text, start));
  for (const piece of pieces) piece.eachComment(add);
  return comments;
}
