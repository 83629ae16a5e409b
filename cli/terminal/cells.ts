import { harmless } from '../../linter/text/harmless.ts';

/** A character as people see it (a grapheme cluster), as a terminal shows it. */
export interface Cell {
  /** What is printed for it. */
  readonly text: string;
  /** How many columns that takes. */
  readonly width: number;
  /** Where it ends in the source: an offset in UTF-16 code units from the start of the text. */
  readonly end: number;
}

const tab = '    ';

/** A text, without its line end, as cells: tabs have a fixed width, harmful characters are written as escapes. */
export function cellsOf(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  let end = 0;
  for (const grapheme of graphemes(text)) {
    end += grapheme.length;
    const shown = grapheme === '\t' ? tab : harmless(grapheme);
    cells.push({ text: shown, width: shown === grapheme ? graphemeWidth(grapheme) : shown.length, end });
  }
  return cells;
}

/** How many cells, from the first on, fit into so many columns. */
export function fitting(cells: readonly Cell[], columns: number): number {
  let width = 0;
  let count = 0;
  for (const cell of cells) {
    width += cell.width;
    if (width > columns) break;
    count++;
  }
  return count;
}

/** How many columns of a terminal a harmless text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

function* graphemes(text: string): Iterable<string> {
  if (/^[\x20-\x7e]*$/.test(text)) yield* text;
  else for (const { segment } of new Intl.Segmenter('en').segment(text)) yield segment;
}

function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && grapheme < '\x7f') return 1;
  if (/\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f/u.test(grapheme)) return 2;
  if (/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(grapheme)) return 0;
  return isWide(grapheme.codePointAt(0) ?? 0) ? 2 : 1;
}

// The blocks that Unicode's East Asian Width calls wide or full-width (UAX #11), emoji apart.
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18aff],
  [0x1b000, 0x1b2ff],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return wide.some(([first, last]) => first <= code && code <= last);
}
