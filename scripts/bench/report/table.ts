import type { Figure, RowResult } from '../figure.ts';
import { cellsOf, heads } from './cells.ts';

/** The names of the other tools that any row knows of. */
export function peersOf(results: readonly RowResult[]): readonly string[] {
  return [...new Set(results.flatMap(({ figures }) => figures.flatMap(({ peers }) => Object.keys(peers ?? {}))))];
}

/** The results as a table for a terminal, with the notes below. */
export function terminalTable(results: readonly RowResult[]): string {
  const peers = peersOf(results);
  const rows = [[...heads, ...peers], ...results.flatMap((result) => cellsOf(result, peers))];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', ...notesOf(results)].join('\n');
}

/** The results as a table in Markdown, with the notes below. */
export function markdownTable(results: readonly RowResult[]): string {
  const peers = peersOf(results);
  const columns = [...heads, ...peers];
  const rows = results.flatMap((result) => cellsOf(result, peers));
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  const notes = notesOf(results).map((note) => `- ${note}`);
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line), '', ...notes].join('\n');
}

function notesOf(results: readonly RowResult[]): readonly string[] {
  return results.flatMap(({ row, runs, figures, problem }) => [
    ...(problem === undefined ? [] : [`${row} could not be measured: ${problem.split('\n').join(' ').slice(0, 300)}`]),
    ...figures.flatMap((figure) => noteOf(figure, runs) ?? []),
  ]);
}

function noteOf({ what, input, note, ratios, once }: Figure, runs: number): string | undefined {
  const cut = ratios && !once && ratios.length < runs ? `${ratios.length} of ${runs} runs, then patience ended` : undefined;
  const said = [note, cut].filter((part) => part !== undefined).join('; ');
  return said === '' ? undefined : `${what}${input ? ` (${input})` : ''}: ${said}`;
}
