import { changed, type Finding, isGraver, type Location, type OperationRef, type RelatedLocation } from '../findings/finding.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import { PairMap } from '../text/pair-map.ts';

/** What two findings have in common that speak of the same, whatever each knows of its fixes. */
export type Comparable = Omit<Finding, 'fixes'>;

/** What checking one description gave, as far as it matters to the others. */
export interface Mergeable<F extends Comparable = Finding> {
  /** The description's URI. */
  readonly entry: string;
  readonly findings: readonly F[];
  /** The rule ids in directives that suppressed something. */
  readonly usedSuppressions: readonly Location[];
}

/**
 * Findings of several descriptions as one list, as `mergeFindings` has them, whatever the order of the descriptions. A suppression in
 * a file that several share is unused only when none of them uses it.
 */
export function mergeResults<F extends Comparable>(unordered: readonly Mergeable<F>[]): readonly F[] {
  const results = [...unordered].sort((a, b) => compare(a.entry, b.entry));
  const used = locations(results.flatMap(({ usedSuppressions }) => usedSuppressions));
  const isUsed = ({ rule, file, range }: F) => rule === unusedSuppression.id && used.has(file, range.start);
  return mergeFindings(
    results.flatMap(({ findings }) => (used.values().length > 0 ? findings.filter((finding) => !isUsed(finding)) : findings)),
  );
}

/** Locations by their file and where they start. */
function locations(all: readonly Location[]): PairMap<string, number, Location> {
  const found = new PairMap<string, number, Location>();
  for (const location of all) found.set(location.file, location.range.start, location);
  return found;
}

/**
 * Findings of several descriptions as one list. What several of them report of the same text appears once, as the gravest of them and
 * with all its operations. Sorted by file, position, rule.
 */
export function mergeFindings<F extends Comparable>(findings: Iterable<F>): readonly F[] {
  const subjects: F[][] = [];
  const byStart = new PairMap<string, number, F[][]>();
  for (const finding of findings) {
    const { file, range } = finding;
    const here = byStart.get(file, range.start);
    const same = here?.find(([first]) => first && isSameSubject(first, finding));
    if (same) {
      same.push(finding);
      continue;
    }
    const subject = [finding];
    subjects.push(subject);
    if (here) here.push(subject);
    else byStart.set(file, range.start, [subject]);
  }
  return subjects.flatMap(union).sort(inOrder);
}

/** True for two findings that start at one place and are about the same; if about operations, then about their text, however many they are. */
function isSameSubject(a: Comparable, b: Comparable): boolean {
  if (a.rule !== b.rule || a.range.end !== b.range.end) return false;
  const isAboutOperations = a.operations.length > 0;
  return isAboutOperations === b.operations.length > 0 && (isAboutOperations || a.message === b.message);
}

/** A name of what a finding speaks of: the same for findings about the same. */
export function subjectOf({ rule, file, range, operations, message }: Comparable): string {
  return JSON.stringify([rule, file, range.start, range.end, operations.length > 0 ? '' : message]);
}

function union<F extends Comparable>([first, ...others]: readonly F[]): readonly F[] {
  if (!first || others.length === 0) return first ? [first] : [];
  const all = [first, ...others];
  const operations = distinct(
    all.flatMap((finding) => finding.operations),
    operationName,
  );
  const related = distinct(
    all.flatMap((finding) => finding.related),
    relatedName,
  );
  const gravest = all.reduce((worst, finding) => (isGraver(finding.severity, worst.severity) ? finding : worst));
  return [changed(gravest, { operations, related })];
}

function operationName({ kind, method, path, file, pointer }: OperationRef): string {
  return JSON.stringify([kind, method, path, file, pointer]);
}

function relatedName({ file, range, message }: RelatedLocation): string {
  return JSON.stringify([file, range.start, range.end, message]);
}

function distinct<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [nameOf(item), item])).values()];
}

function inOrder(a: Comparable, b: Comparable): number {
  return (
    compare(a.file, b.file) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
