import { type Document, isMap, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { SyntaxProblem } from '../node.ts';
import { problemRange } from '../problem-range.ts';
import { behindBlanks } from './line-grammar.ts';
import { parserOptions } from './parser-options.ts';
import type { YamlPair } from './yaml-reader.ts';

/** A stretch of whole lines in a map: one entry, or lines of which not even that can be told. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The columns of the maps around it, the outermost first; its own map is the last one. */
  readonly columns: readonly number[];
  /** False when lists are among what stands around it, too: mistakes may then have to do with them. */
  readonly isInMaps: boolean;
  /** True when it does not begin with an entry. */
  readonly isStray: boolean;
}

/** What the parser makes of a stretch. Offsets are those of the text that was read (UTF-16 code units). */
export interface ForeignPiece {
  readonly start: number;
  readonly end: number;
  readonly document: Document.Parsed;
  /** What `document` was read from, and what is to be added to its offsets. */
  readonly source: string;
  readonly shift: number;
  /** The entries that stand in the stretch, in text order; never empty. */
  readonly pairs: readonly YamlPair[];
  /** Where the map of these entries ends at most, if nothing follows in it. */
  readonly mapEnd: number;
  readonly problems: readonly SyntaxProblem[];
  /** Which quotes an open string in the stretch looked for in the rest of the text, and found; undefined where none is open. */
  readonly openQuotes: string | undefined;
}

/**
 * Gives a stretch to the parser, within lines that put it into the state which it has there in the whole text: the same maps are
 * open, and the next line is one with the same indentation as the one that follows. Undefined when that can't be: the stretch runs
 * on behind its end, or has to do with others (anchors and aliases).
 */
export function readForeign(text: string, stretch: Stretch): ForeignPiece | undefined {
  const piece = readWithin(text, stretch, undefined);
  const isLast = stretch.end === text.length;
  if (piece && (isLast || !piece.problems.some(({ message }) => message.startsWith('Missing closing')))) return piece;
  // A string that is never closed ends at a line that is not indented, but only when there is a closing quote further down.
  const quotes = closingQuotes(text, stretch.end);
  return quotes === '' ? undefined : readWithin(text, stretch, quotes);
}

function readWithin(
  text: string,
  { start, end, columns, isInMaps, isStray }: Stretch,
  quotes: string | undefined,
): ForeignPiece | undefined {
  const own = text.slice(start, end);
  const column = columns.at(-1) ?? 0;
  const next = end < text.length ? behindBlanks(text, end) - end : undefined;
  if (next !== undefined && isInMaps && !columns.includes(next)) return undefined;
  const around = isInMaps ? columns.slice(0, -1) : next !== undefined && next < column ? [next] : [];
  const before = around.map((outer) => line(outer, 'x:')).join('') + (isStray ? line(column, 'x: y') : '');
  const source = before + own + (next === undefined ? '' : line(next, `x: # ${quotes ?? ''}`));
  const document = parsed(source);
  if (!document || isUnusual(document) || (document.errors.length > 0 && !isInMaps)) return undefined;
  const tail = next === undefined ? undefined : { map: [...around, column].indexOf(next), at: before.length + own.length + next };
  const found = pairsIn(document, around.length, isStray, tail);
  if (!found || found.pairs.length === 0) return undefined;
  const shift = start - before.length;
  const problems = document.errors.map(({ message, pos: [from, to] }) => ({
    message,
    range: problemRange(text, from + shift, to + shift),
  }));
  return { start, end, document, source, shift, pairs: found.pairs, mapEnd: found.mapEnd + shift, problems, openQuotes: quotes };
}

/**
 * How many brackets a stretch leaves open. They are given up at the next line, but the indentation of that line is lost: the parser
 * may go on with a scalar that begins on it on lines that are not further in.
 */
export function openBrackets({ problems }: ForeignPiece): number {
  return problems.filter(({ message }) => / must (?:be sufficiently indented and )?end with a [\]}]/.test(message)).length;
}

function line(indent: number, content: string): string {
  return `${' '.repeat(indent)}${content}\n`;
}

/** Undefined when the text is nested deeper than the parser's stack allows. */
function parsed(source: string): Document.Parsed | undefined {
  try {
    const document = parseDocument(source, parserOptions);
    return document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION') ? undefined : document;
  } catch {
    return undefined;
  }
}

/** True for a text with nodes that have to do with others (anchors, aliases) or with the whole text (tags), and with keys that are missing or no scalars. */
function isUnusual(document: Document.Parsed): boolean {
  let found = false;
  const stop = (): symbol => {
    found = true;
    return visit.BREAK;
  };
  visit(document, {
    Alias: stop,
    Pair: (_, { key }) => (isScalar(key) && (key.range?.[1] ?? 0) > (key.range?.[0] ?? 0) ? undefined : stop()),
    Value: (_, { anchor, tag }) => (anchor === undefined && tag === undefined ? undefined : stop()),
  });
  return found;
}

/** The line behind the stretch: in which of the maps around it and its own, and where its key is in the parsed text. */
interface Tail {
  readonly map: number;
  readonly at: number;
}

/** The entries of a stretch in as many maps; undefined when the lines around it were not read as what they are. */
function pairsIn(
  document: Document.Parsed,
  depth: number,
  isStray: boolean,
  tail: Tail | undefined,
): Pick<ForeignPiece, 'pairs' | 'mapEnd'> | undefined {
  let node: unknown = document.contents;
  for (let map = 0; ; map++) {
    if (!isMap(node) || node.flow || !node.items.every((item) => isPair(item))) return undefined;
    const pairs = node.items as YamlPair[];
    if (tail?.map === map && !isTail(pairs.pop(), tail.at)) return undefined;
    if (map === depth) return { pairs: isStray ? pairs.slice(1) : pairs, mapEnd: node.range?.[1] ?? 0 };
    if (pairs.length !== 1) return undefined;
    node = pairs[0]?.value;
  }
}

function isTail(pair: YamlPair | undefined, at: number): boolean {
  const { key, value } = pair ?? {};
  return isScalar(key) && key.value === 'x' && key.range?.[0] === at && isScalar(value) && value.value === null;
}

/** The kinds of quotes that stand in the rest of a text so that they close a string which is open before it. */
export function closingQuotes(text: string, from: number): string {
  return (closesSingle(text, from) ? "'" : '') + (closesDouble(text, from) ? '"' : '');
}

function closesSingle(text: string, from: number): boolean {
  let at = text.indexOf("'", from);
  while (at >= 0 && text[at + 1] === "'") at = text.indexOf("'", at + 2);
  return at >= 0;
}

function closesDouble(text: string, from: number): boolean {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return true;
  }
  return false;
}
