import { type Document, isAlias, isMap, isNode, isPair, type Node, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
import type { SyntaxProblem } from '../node.ts';
import { problemRange } from '../problem-range.ts';
import { behindBlanks } from './line-grammar.ts';
import { parserOptions } from './parser-options.ts';

/** A stretch of whole lines in a map with this column: one entry, or lines of which not even that can be told. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
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
  readonly pairs: readonly Pair<Node | null, Node | null>[];
  readonly problems: readonly SyntaxProblem[];
  /** Which quotes an open string in the stretch looked for in the rest of the text, and found; undefined where none is open. */
  readonly openQuotes: string | undefined;
}

/**
 * Gives a stretch to the parser, within lines that put it into the state which it has there in the whole text: the map is open, and
 * the next line is one with the same indentation as the one that follows. Undefined when that can't be: the stretch runs on behind
 * its end, or has to do with others (anchors and aliases).
 */
export function readForeign(text: string, stretch: Stretch): ForeignPiece | undefined {
  const piece = readWithin(text, stretch, undefined);
  const isLast = stretch.end === text.length;
  if (piece && (isLast || !piece.problems.some(({ message }) => message.startsWith('Missing closing')))) return piece;
  // A string that is never closed ends at a line that is not indented, but only when there is a closing quote further down.
  const quotes = closingQuotes(text, stretch.end);
  return quotes === '' ? undefined : readWithin(text, stretch, quotes);
}

function readWithin(text: string, stretch: Stretch, quotes: string | undefined): ForeignPiece | undefined {
  const { start, end, indent, isStray } = stretch;
  const outer = end < text.length ? Math.min(indent, behindBlanks(text, end) - end) : indent;
  const before = (outer < indent ? line(outer, 'x:') : '') + (isStray ? line(indent, 'x: y') : '');
  const own = text.slice(start, end);
  const behind = end < text.length ? line(outer, `x: # ${quotes ?? ''}`) : '';
  const source = before + own + behind;
  const document = parsed(source);
  if (!document || (/[&*]/.test(own) && hasAnchors(document))) return undefined;
  const pairs = pairsIn(document, {
    isNested: outer < indent,
    isStray,
    tail: behind === '' ? undefined : before.length + own.length + outer,
  });
  if (!pairs || pairs.length === 0) return undefined;
  const shift = start - before.length;
  const problems = document.errors.map(({ message, pos: [from, to] }) => ({
    message,
    range: problemRange(text, from + shift, to + shift),
  }));
  return { start, end, document, source, shift, pairs, problems, openQuotes: quotes };
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

function hasAnchors(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && !node.anchor) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

interface Frame {
  readonly isNested: boolean;
  readonly isStray: boolean;
  /** Where the key of the line behind the stretch is, in the parsed text. */
  readonly tail: number | undefined;
}

/** The entries between the lines around the stretch; undefined when these lines were not read as what they are. */
function pairsIn(document: Document.Parsed, { isNested, isStray, tail }: Frame): ForeignPiece['pairs'] | undefined {
  const outer = itemsOf(document.contents);
  const list = isNested ? itemsOf(outer?.[0]?.value) : outer;
  if (!outer || !list) return undefined;
  if (tail !== undefined && (keyStart(outer.at(-1)) !== tail || (isNested && outer.length !== 2))) return undefined;
  return list.slice(isStray ? 1 : 0, tail === undefined || isNested ? list.length : -1);
}

function itemsOf(node: unknown): YAMLMap<Node | null, Node | null>['items'] | undefined {
  return isMap<Node | null, Node | null>(node) && !node.flow ? node.items.filter((item) => isPair(item)) : undefined;
}

function keyStart(pair: Pair<Node | null, Node | null> | undefined): number | undefined {
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
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
