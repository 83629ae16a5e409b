import type { Figure, Must, RowResult, Sample } from '../figure.ts';
import { spread } from '../measure/statistics.ts';
import { isMet, representative } from './met.ts';

/** The heads of the table's columns; those of other tools follow. */
export const heads = ['row', 'what', 'input', 'floor', 'ours', 'ratio', 'must', 'met'] as const;

/** The cells of a row's figures, in the order of the heads and of `peers`. */
export function cellsOf({ row, figures, problem }: RowResult, peers: readonly string[]): readonly (readonly string[])[] {
  const trouble = problem === undefined ? [] : [[row, 'could not be measured', '', '', '', '', '', 'NO', ...peers.map(() => '')]];
  return [...trouble, ...figures.map((figure) => [row, ...figureCells(figure), ...peers.map((peer) => figure.peers?.[peer] ?? '')])];
}

function figureCells(figure: Figure): readonly string[] {
  const { what, input = '', floor, ours, ratios, must } = figure;
  const met = isMet(figure);
  return [
    what,
    input,
    floor ? `${floor.name}: ${sampleText(floor.sample)}` : '',
    ours ? sampleText(ours) : '',
    ratios ? ratioText(ratios) : '',
    must ? mustText(must, ours) : '',
    met === undefined ? '' : met ? 'yes' : 'NO',
  ];
}

/** A sample's value with its unit. */
export function sampleText(sample: Sample): string {
  return `${numberText(representative(sample))} ${sample.unit}${sample.by === 'p95' ? ' (p95)' : ''}`;
}

/** The median, and between which ratios the runs lay. */
function ratioText(ratios: readonly number[]): string {
  const { median, least, most } = spread(ratios);
  return `${numberText(median)} × (${numberText(least)}–${numberText(most)})`;
}

function mustText({ of, comparison, limit }: Must, ours: Sample | undefined): string {
  return `${comparison === 'at most' ? '≤' : '≥'} ${numberText(limit)} ${of === 'ratio' ? '×' : (ours?.unit ?? '')}`;
}

/** Three digits that mean something, and no more; whole numbers stay whole. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value) || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3);
}
