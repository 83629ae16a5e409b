import type { Baseline, Known } from './baseline.ts';

/** What a baseline says of the findings of a check. */
export interface Comparison {
  /** For each finding, in their order, whether it is known. */
  readonly isKnown: readonly boolean[];
  /** Files that seem to be renamed, with how many findings were known by that: the old path, the new one. */
  readonly renamed: readonly Renamed[];
  /** What the baseline has beside these. */
  readonly others: Baseline;
}

export interface Renamed {
  readonly from: string;
  readonly to: string;
  readonly findings: number;
}

/**
 * Compares the findings of a check with a baseline. A finding is known by its place in its file; in another file only when the file
 * that had it is gone, so that no debt that is paid in one file pays for new one in another.
 */
export function compare(findings: readonly Known[], baseline: Baseline, isGone: (file: string) => boolean): Comparison {
  const open = new Map(baseline.map((known) => [known.here, known]));
  const isHere = findings.map(({ here }) => open.delete(here));
  const moved = inGoneFiles([...open.values()], isGone);
  const renamed = new Map<string, Renamed>();
  const isKnown = findings.map((finding, index) => {
    if (isHere[index]) return true;
    const before = moved.get(finding.anywhere)?.shift();
    if (!before) return false;
    open.delete(before.here);
    const name = JSON.stringify([before.file, finding.file]);
    const count = (renamed.get(name)?.findings ?? 0) + 1;
    renamed.set(name, { from: before.file, to: finding.file, findings: count });
    return true;
  });
  return { isKnown, renamed: [...renamed.values()], others: [...open.values()] };
}

function inGoneFiles(baseline: Baseline, isGone: (file: string) => boolean): ReadonlyMap<string, Known[]> {
  const gone = new Map<string, boolean>();
  const found = new Map<string, Known[]>();
  for (const known of baseline) {
    if (!gone.has(known.file)) gone.set(known.file, isGone(known.file));
    if (!gone.get(known.file)) continue;
    const same = found.get(known.anywhere);
    if (same) same.push(known);
    else found.set(known.anywhere, [known]);
  }
  return found;
}
