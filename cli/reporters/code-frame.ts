import type { Range } from '../../linter/index.ts';
import type { Excerpt, ExcerptRow } from '../checking/excerpt.ts';
import { type Cell, cellsOf, fitting } from '../terminal/cells.ts';
import type { Colors } from '../terminal/terminal.ts';

/** How a code frame is drawn. */
export interface FrameStyle {
  readonly colors: Colors;
  /** Paints what marks the range. */
  paint(text: string): string;
  /** How many columns a line of text may take. */
  readonly width: number;
}

/** The lines of an excerpt, with carets below what is marked. Harmless on a terminal. */
export function codeFrame({ line, lastNumber, marked, rows: shownRows }: Excerpt, style: FrameStyle): readonly string[] {
  const gutter = String(lastNumber).length;
  const rows: string[] = [];
  for (const row of shownRows) {
    const isMarked = row.line === line;
    const { shown, carets } = drawn(row, isMarked ? marked : { start: marked.start, end: marked.start }, style.width);
    rows.push(`${style.colors.dim(`${String(row.line + 1).padStart(gutter)} │`)} ${shown}`.trimEnd());
    if (isMarked)
      rows.push(`${' '.repeat(gutter)} ${style.colors.dim('│')} ${' '.repeat(carets.indent)}${style.paint('^'.repeat(carets.count))}`);
  }
  return rows;
}

interface Drawn {
  readonly shown: string;
  readonly carets: { readonly indent: number; readonly count: number };
}

/** The part of a line that fits, around the marked stretch (offsets in UTF-16 code units), and where its carets stand. */
function drawn({ text, from, goesOn }: ExcerptRow, marked: Range, width: number): Drawn {
  const cells = cellsOf(text);
  const first = cells.findIndex(({ end }) => end > marked.start - from);
  const start = first < 0 ? cells.length : first;
  const [left, right] = windowAround(cells, start, width);
  const cutLeft = left > 0 || from > 0;
  const cutRight = right < cells.length || goesOn;
  const visible = cells.slice(left, right);
  const inside = cells.slice(start, right).filter((_, index, all) => index === 0 || (all[index - 1]?.end ?? 0) < marked.end - from);
  return {
    shown: `${cutLeft ? '…' : ''}${visible.map((cell) => cell.text).join('')}${cutRight ? '…' : ''}`,
    carets: { indent: (cutLeft ? 1 : 0) + widthSum(cells.slice(left, start)), count: Math.max(1, widthSum(inside)) },
  };
}

/** Which cells fit: from the line's start if the marked place is near, else from a third of the width before it. */
function windowAround(cells: readonly Cell[], start: number, width: number): readonly [number, number] {
  const near = widthSum(cells.slice(0, start)) <= (width * 2) / 3;
  const left = near ? 0 : start - fitting(cells.slice(0, start).reverse(), width / 3);
  return [left, left + Math.max(1, fitting(cells.slice(left), width))];
}

function widthSum(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
