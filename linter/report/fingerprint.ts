import type { Finding } from '../findings/finding.ts';

/** What fingerprints are made of. */
export type Fingerprintable = Pick<Finding, 'rule' | 'file' | 'pointer' | 'operations'>;

/**
 * By what a finding is known again in a later check: texts that stay the same while lines move, indentation, quotes and the order of keys
 * change. An item of a list is known by its index. Messages have no part in it, so that a better one is no new finding.
 */
export interface Fingerprint {
  /** Its rule, its file, its pointer, and which of those alike it is: no two findings of one check have the same. */
  readonly here: string;
  /**
   * The same without the file: it stays when the file is renamed, or the operation moved into another one. Findings in several files
   * may have the same.
   */
  readonly anywhere: string;
}

/** The fingerprints of merged findings, in their order; `relative` gives a file's path as reports show it. */
export function fingerprints(findings: readonly Fingerprintable[], relative: (uri: string) => string): readonly Fingerprint[] {
  const indexHere = counter();
  const indexAnywhere = counter();
  return findings.map((finding) => {
    const file = relative(finding.file);
    const place = [finding.rule, file, finding.pointer];
    const subject = [finding.rule, ...subjectOf(finding)];
    return {
      here: JSON.stringify([...place, indexHere(place)]),
      anywhere: JSON.stringify([...subject, indexAnywhere([file, ...subject])]),
    };
  });
}

/** Counts, from 0, how often it was asked for the same words before. */
function counter(): (words: readonly string[]) => number {
  const counts = new Map<string, number>();
  return (words) => {
    const key = JSON.stringify(words);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
}

/** The operation in whose text a finding stands, and where in it; outside of operations, where in the file. */
function subjectOf({ file, pointer, operations: [first] }: Fingerprintable): readonly string[] {
  if (first?.file !== file || !`${pointer}/`.startsWith(`${first.pointer}/`)) return [pointer];
  return [first.kind, first.method, first.path, pointer.slice(first.pointer.length)];
}
