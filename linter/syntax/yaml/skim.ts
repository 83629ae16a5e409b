import { BlockIndex, shapes } from './block-index.ts';
import { type ForeignPiece, openBrackets, readForeign } from './foreign-piece.ts';
import {
  behindBlanks,
  colonBehindKey,
  doubleQuotedEnd,
  flowEnd,
  indentationEnd,
  isGap,
  isLineEnd,
  isPlainStart,
  keyEnd,
  lineFeedFrom,
  plainEnd,
  restOfLine,
  singleQuotedEnd,
} from './line-grammar.ts';
import { blockScalarEnd, endOfEntry, endOfStray, isDocumentMark, isStray, nextLineWithText } from './stretches.ts';

/** A map or list that is open at a line, with its current entry or item. */
interface Level {
  readonly isMap: boolean;
  /** The column of its keys or dashes. */
  readonly indent: number;
  /** The record of the current entry or item; -1 before the first one. */
  current: number;
  /** Where the line of the current entry starts; -1 when it stands behind a dash. */
  line: number;
}

/** Why the lines can't be followed to the end. */
export type SkimEnd =
  /** A line further out than the outermost map that was asked for, or the end of the text. */
  | { readonly kind: 'closed'; readonly at: number }
  /** An entry of that map at which the caller wanted to stop. */
  | { readonly kind: 'stopped'; readonly at: number }
  /** Something that only the parser can judge, and that concerns more than that map. */
  | { readonly kind: 'unknown' };

const hash = 35;
const dash = 45;

/** So many entries are given to the parser together because of open brackets. */
const mostEntries = 4;

/** When the pieces for the parser make up more than twice the text and this, all of it at once is cheaper. */
const mostGiven = 20_000;

/** So deep a text is followed; deeper ones are the parser's. */
const deepest = 200;

/**
 * Walks over the lines of block-style YAML and notes where entries and items are. What a line means follows from its indentation
 * and from what stands open above it; `yaml` recovers from every mistake by indentation too (a quote or bracket that is never
 * closed ends before the first line that is not further in), so that a stretch of lines with anything unusual in it can be given
 * to the parser alone.
 */
export class Skimmer {
  readonly index = new BlockIndex();
  readonly foreign: ForeignPiece[] = [];
  readonly #text: string;
  readonly #levels: Level[] = [];
  /** The levels that may not be left: those that were open before. */
  #base = 0;
  /** The record whose value may begin on a line further in; -1 when there is none. */
  #awaiting = -1;

  /** How much was given to the parser in pieces. */
  #given = 0;
  /** Where the next line starts behind the last one that was more than a comment. */
  #contentEnd = 0;
  /** The columns of the maps around that whose entries are followed, the outermost first. */
  readonly #around: readonly number[];

  constructor(text: string, around: readonly number[]) {
    this.#text = text;
    this.#around = around;
  }

  /** Follows the entries of a map whose keys have this column, from the start of a line on. `stop` is asked at each but the first. */
  entries(at: number, indent: number, stop: (at: number) => boolean): SkimEnd {
    this.#levels.push({ isMap: true, indent, current: -1, line: -1 });
    this.#base = 1;
    this.#contentEnd = at;
    const text = this.#text;
    for (let line = at; line < text.length; ) {
      const start = indentationEnd(text, line);
      const code = text.charCodeAt(start);
      if (isLineEnd(code)) line = start >= text.length ? start : lineFeedFrom(text, start) + 1;
      else if (code === hash) {
        this.index.addComment(start);
        line = lineFeedFrom(text, start) + 1;
      } else {
        // Tabs are no indentation: what they are here depends on much.
        if (code === 9 || (start === line && isDocumentMark(text, line))) return { kind: 'unknown' };
        const column = start - line;
        this.#closeDeeperThan(column);
        if (this.#levels.length < this.#base) return this.#finished({ kind: 'closed', at: line });
        if (this.#isNextAtBase(column, code, start) && stop(line)) return this.#finished({ kind: 'stopped', at: line });
        line = this.#line(line, start, column, code);
        if (line < 0) return { kind: 'unknown' };
        this.#contentEnd = line;
      }
    }
    this.#closeDeeperThan(-1);
    return this.#finished({ kind: 'closed', at: text.length });
  }

  #finished(end: SkimEnd): SkimEnd {
    this.#closeDeeperThan(-1);
    this.index.finish();
    return end;
  }

  get #top(): Level | undefined {
    return this.#levels[this.#levels.length - 1];
  }

  #closeDeeperThan(column: number): void {
    for (let top = this.#top; top && top.indent > column; top = this.#top) this.#close();
  }

  #close(): void {
    const level = this.#levels.pop();
    if (level && level.current >= 0) this.index.close(level.current);
  }

  #isNextAtBase(column: number, code: number, start: number): boolean {
    const base = this.#levels[0];
    return base !== undefined && base.indent === column && base.current >= 0 && !(code === dash && isGap(this.#text.charCodeAt(start + 1)));
  }

  /** One line with something on it; gives the start of the next line that is not read yet, or -1. */
  #line(line: number, start: number, column: number, code: number): number {
    const isItem = code === dash && isGap(this.#text.charCodeAt(start + 1));
    let top = this.#top;
    if (!top) return -1;
    if (top.indent < column) return this.#opening(line, start, column, isItem);
    if (isItem) {
      if (!top.isMap) return this.#item(line, start, top);
      // A list may stand below its key without being further in.
      return top.current >= 0 && this.#awaiting === top.current
        ? this.#openList(line, start, column)
        : this.#giveUp(this.#levels.length - 2);
    }
    if (!top.isMap) {
      const below = this.#levels[this.#levels.length - 2];
      if (below?.indent !== column) return this.#giveUp(this.#levels.length - 2);
      this.#close();
      top = below;
    }
    const colon = colonBehindKey(this.#text, start);
    return colon < 0 ? this.#strayLine(line, start, top) : this.#entry(line, start, colon, top);
  }

  /** A line further in than what is open: the value of the current entry or item, if it has none yet. */
  #opening(line: number, start: number, column: number, isItem: boolean): number {
    const top = this.#top;
    if (this.#levels.length > deepest) return -1;
    if (!top || top.current < 0 || this.#awaiting !== top.current) return this.#giveUp(this.#levels.length - 1);
    if (isItem) return this.#openList(line, start, column);
    const colon = colonBehindKey(this.#text, start);
    return colon < 0 ? this.#giveUp(this.#levels.length - 1) : this.#openMap(line, start, colon, column);
  }

  #openMap(line: number, start: number, colon: number, column: number): number {
    this.index.setValue(this.#awaiting, shapes.map, start, column);
    const level: Level = { isMap: true, indent: column, current: -1, line: -1 };
    this.#levels.push(level);
    return this.#entry(line, start, colon, level);
  }

  #openList(line: number, start: number, column: number): number {
    this.index.setValue(this.#awaiting, shapes.list, start, column);
    const level: Level = { isMap: false, indent: column, current: -1, line: -1 };
    this.#levels.push(level);
    return this.#item(line, start, level);
  }

  /** `line` is -1 for an entry that stands behind a dash. */
  #entry(line: number, start: number, colon: number, level: Level): number {
    const text = this.#text;
    if (level.current >= 0) this.index.close(level.current);
    const value = behindBlanks(text, colon + 1);
    level.current = this.index.add(start, keyEnd(text, colon), value);
    level.line = line;
    return this.#value(colon + 1, value, level);
  }

  #item(line: number, start: number, level: Level): number {
    const text = this.#text;
    if (level.current >= 0) this.index.close(level.current);
    const value = behindBlanks(text, start + 1);
    level.current = this.index.add(start, -1, value);
    level.line = -1;
    if (this.#levels.length > deepest) return -1;
    if (text.charCodeAt(value) === dash && isGap(text.charCodeAt(value + 1))) {
      this.#awaiting = level.current;
      return this.#openList(line, value, value - line);
    }
    const colon = colonBehindKey(text, value);
    if (colon < 0) return this.#value(start + 1, value, level);
    this.#awaiting = level.current;
    return this.#openMap(-1, value, colon, value - line);
  }

  /** The value that starts at `at`, with blanks before it from `gap` on. */
  #value(gap: number, at: number, level: Level): number {
    const text = this.#text;
    const code = text.charCodeAt(at);
    if (isLineEnd(code) || (code === hash && at > gap)) {
      this.#awaiting = level.current;
      return this.#restOfLine(at);
    }
    this.#awaiting = -1;
    if (code === 34 || code === 39) {
      const end = code === 34 ? doubleQuotedEnd(text, at) : singleQuotedEnd(text, at);
      return this.#oneLine(code === 34 ? shapes.double : shapes.single, at, end, level);
    }
    if (code === 91 || code === 123) return this.#oneLine(shapes.flow, at, flowEnd(text, at), level);
    if (code === 124 || code === 62) return this.#blockScalar(code === 124 ? shapes.literal : shapes.folded, at, level);
    return isPlainStart(text, at) ? this.#plain(at, level) : this.#giveUp(this.#levels.length - 1);
  }

  #oneLine(shape: number, at: number, end: number, level: Level): number {
    const rest = end < 0 ? -1 : restOfLine(this.#text, end);
    if (rest < 0) return this.#giveUp(this.#levels.length - 1);
    this.index.setValue(level.current, shape, at, end);
    return this.#restOfLine(rest);
  }

  /** The start of the next line; `at` is the line's end or the start of a comment. */
  #restOfLine(at: number): number {
    if (this.#text.charCodeAt(at) === hash) this.index.addComment(at);
    return lineFeedFrom(this.#text, at) + 1;
  }

  /** A plain scalar: it goes on on all following lines that are further in. */
  #plain(at: number, level: Level): number {
    const text = this.#text;
    let end = plainEnd(text, at);
    for (;;) {
      if (end < 0) return this.#giveUp(this.#levels.length - 1);
      const rest = behindBlanks(text, end);
      if (text.charCodeAt(rest) === hash) {
        this.index.setValue(level.current, shapes.plain, at, end);
        return this.#restOfLine(rest);
      }
      const next = nextLineWithText(text, rest);
      const start = indentationEnd(text, next);
      const code = text.charCodeAt(start);
      if (next >= text.length || start - next <= level.indent || code === hash) {
        this.index.setValue(level.current, shapes.plain, at, end);
        return lineFeedFrom(text, rest) + 1;
      }
      end = plainEnd(text, start);
    }
  }

  /** A literal or folded scalar with a header of the usual forms and at least one line of text. */
  #blockScalar(shape: number, at: number, level: Level): number {
    const text = this.#text;
    const mark = text.charCodeAt(at + 1);
    const rest = restOfLine(text, mark === 43 || mark === dash ? at + 2 : at + 1);
    if (rest < 0) return this.#giveUp(this.#levels.length - 1);
    const comment = text.charCodeAt(rest) === hash ? rest : -1;
    const first = lineFeedFrom(text, rest) + 1;
    const end = blockScalarEnd(text, first, level.indent, mark === 43);
    if (end < 0) return this.#giveUp(this.#levels.length - 1);
    if (comment >= 0) this.index.addComment(comment);
    this.index.setValue(level.current, shape, at, end);
    return end;
  }

  /** A line in a map that is no entry: half-typed. The parser may read the next entry as a part of it. */
  #strayLine(line: number, start: number, level: Level): number {
    const depth = this.#levels.length - 1;
    const isAlone = level.current >= 0 && !this.#hasProblems(level.current) && isStray(this.#text, start, level.indent);
    const end = isAlone ? endOfStray(this.#text, line, level.indent) : -1;
    // How far a scalar goes on depends on the blank lines and comments before it, too.
    const piece = end < 0 ? undefined : this.#read(this.#contentEnd, end, depth, true);
    if (!piece || openBrackets(piece) > 0) return this.#giveUp(depth - 1);
    this.index.close(level.current);
    this.index.dropCommentsFrom(piece.start);
    return this.#add(piece, level);
  }

  #hasProblems(record: number): boolean {
    const piece = this.index.shape(record) === shapes.foreign ? this.foreign[this.index.keyEnd(record)] : undefined;
    return piece !== undefined && piece.problems.length > 0;
  }

  /** Gives the entry around what can't be followed to the parser: that of the innermost map from this level outwards that it can read alone. */
  #giveUp(from: number): number {
    for (let depth = from; depth >= 0; depth--) {
      const level = this.#levels[depth];
      if (!level?.isMap || level.line < 0) continue;
      const piece = this.#readEntry(level, depth);
      if (!piece) continue;
      this.#levels.length = depth + 1;
      this.index.dropFrom(level.current);
      this.index.dropCommentsFrom(level.line);
      while ((this.foreign[this.foreign.length - 1]?.start ?? -1) >= level.line) this.foreign.pop();
      return this.#add(piece, level);
    }
    return -1;
  }

  /** The current entry of a map as the parser reads it, with the entries behind it as long as these may not be read alone. */
  #readEntry({ line, indent }: Level, depth: number): ForeignPiece | undefined {
    const text = this.#text;
    let end = endOfEntry(text, line, indent);
    let open = 0;
    for (let entries = 0; end >= 0 && entries < mostEntries; entries++) {
      const piece = this.#read(line, end, depth, false);
      if (!piece || openBrackets(piece) === open || end === text.length) return piece;
      const column = behindBlanks(text, end) - end;
      if (column === 0) return piece;
      if (column < indent) return undefined;
      open = openBrackets(piece);
      end = endOfEntry(text, end, indent);
    }
    return undefined;
  }

  #read(start: number, end: number, depth: number, isStray: boolean): ForeignPiece | undefined {
    this.#given += end - start;
    if (this.#given > mostGiven + 2 * this.#text.length) return undefined;
    const open = this.#levels.slice(0, depth + 1);
    const columns = [...this.#around, ...open.flatMap(({ isMap, indent }) => (isMap ? indent : []))];
    return readForeign(this.#text, { start, end, columns, isInMaps: open.every(({ isMap }) => isMap), isStray });
  }

  /** Adds a stretch as the current entry of its map. */
  #add(piece: ForeignPiece, level: Level): number {
    level.current = this.index.add(piece.start, this.foreign.length, piece.end);
    level.line = -1;
    this.index.setValue(level.current, shapes.foreign, piece.end, piece.end);
    this.foreign.push(piece);
    this.#awaiting = -1;
    return piece.end;
  }
}
