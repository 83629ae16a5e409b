import type { Figure, Sample } from '../figure.ts';
import { median, percentile } from '../measure/statistics.ts';

/** The value that stands for a sample. */
export function representative({ values, by }: Sample): number {
  return by === 'p95' ? percentile(values, 0.95) : median(values);
}

/** Whether a figure meets what is asked; undefined when nothing is asked or nothing was measured. */
export function isMet({ must, ratios, ours }: Figure): boolean | undefined {
  if (!must) return undefined;
  const value = must.of === 'ratio' ? ratios && median(ratios) : ours && representative(ours);
  if (value === undefined || Number.isNaN(value)) return undefined;
  return must.comparison === 'at most' ? value <= must.limit : value >= must.limit;
}
