import type { LineIndex, Range } from '../../linter/index.ts';

/** The lines around a marked place, as far as they can be shown; plain data that outlives the text. */
export interface Excerpt {
  /** The marked line, from 0. */
  readonly line: number;
  /** The last line that is looked at, from 1. */
  readonly lastNumber: number;
  /** What is marked: offsets in UTF-16 code units from the start of the marked line. */
  readonly marked: Range;
  /** Blank lines beside the marked one are left out. */
  readonly rows: readonly ExcerptRow[];
}

export interface ExcerptRow {
  /** From 0. */
  readonly line: number;
  /** The part of the line that may be shown, without its line end. */
  readonly text: string;
  /** Where the part starts: an offset in UTF-16 code units from the start of the line. */
  readonly from: number;
  /** True when the line goes on behind it. */
  readonly goesOn: boolean;
}

interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

/** So many code units of a long line are looked at on both sides of the marked place. */
const reach = 2000;

/** The lines around the start of a range. */
export function excerptAt(source: Source, range: Range): Excerpt {
  const { line, character } = source.lines.positionAt(range.start);
  return {
    line,
    lastNumber: Math.min(line + 2, source.lines.count),
    marked: { start: character, end: Math.max(character + range.end - range.start, character + 1) },
    rows: [line - 1, line, line + 1].flatMap((each) => {
      const text = lineText(source, each);
      return each !== line && text.trim() === '' ? [] : [rowAround(text, each, character)];
    }),
  };
}

function rowAround(text: string, line: number, character: number): ExcerptRow {
  const from = Math.max(0, character - reach);
  return { line, text: text.slice(from, character + reach), from, goesOn: character + reach < text.length };
}

/** A line without its line end; empty outside of the text. */
function lineText({ text, lines }: Source, line: number): string {
  if (line < 0 || line >= lines.count) return '';
  const start = lines.startOf(line);
  let end = lines.startOf(line + 1);
  // Looked for from behind: a text may be one line of many megabytes, with findings all over it.
  while (end > start && /[\r\n]/.test(text[end - 1] ?? '')) end--;
  return text.slice(start, end);
}
