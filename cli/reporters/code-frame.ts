import type { LineIndex, Range } from '../../linter/index.ts';
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

interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

/** So many code units of a long line are looked at on both sides of the marked place. */
const reach = 2000;

/** The lines around the start of a range, with carets below it. Harmless on a terminal. */
export function codeFrame(source: Source, range: Range, style: FrameStyle): readonly string[] {
  const { line, character } = source.lines.positionAt(range.start);
  const gutter = String(Math.min(line + 2, source.lines.count)).length;
  const marked = { start: character, end: Math.max(character + range.end - range.start, character + 1) };
  const rows: string[] = [];
  for (const each of [line - 1, line, line + 1]) {
    const text = lineText(source, each);
    if (each !== line && text.trim() === '') continue;
    const { shown, carets } = drawn(text, each === line ? marked : { start: marked.start, end: marked.start }, style.width);
    rows.push(`${style.colors.dim(`${String(each + 1).padStart(gutter)} │`)} ${shown}`.trimEnd());
    if (each === line)
      rows.push(`${' '.repeat(gutter)} ${style.colors.dim('│')} ${' '.repeat(carets.indent)}${style.paint('^'.repeat(carets.count))}`);
  }
  return rows;
}

/** A line without its line end; empty outside of the text. */
function lineText({ text, lines }: Source, line: number): string {
  if (line < 0 || line >= lines.count) return '';
  return text.slice(lines.startOf(line), lines.startOf(line + 1)).replace(/[\r\n]+$/, '');
}

interface Drawn {
  readonly shown: string;
  readonly carets: { readonly indent: number; readonly count: number };
}

/** The part of a line that fits, around the marked stretch (offsets in UTF-16 code units), and where its carets stand. */
function drawn(text: string, marked: Range, width: number): Drawn {
  const from = Math.max(0, marked.start - reach);
  const cells = cellsOf(text.slice(from, marked.start + reach));
  const first = cells.findIndex(({ end }) => end > marked.start - from);
  const start = first < 0 ? cells.length : first;
  const [left, right] = windowAround(cells, start, width);
  const cutLeft = left > 0 || from > 0;
  const cutRight = right < cells.length || marked.start + reach < text.length;
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
