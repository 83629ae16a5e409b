import { type EntryResult, isChecked, ownFiles } from '../engine/entry-result.ts';
import { subjectOf } from '../engine/merge-findings.ts';
import type { JsonStates, JsonSummary } from './contract.ts';
import { statesOf } from './coverage-report.ts';
import type { PlainFinding } from './plain-finding.ts';

/** What a summary counts of one document; plain data. */
export interface EntryCounts {
  /** False for a configuration file, and for a document that is ignored: of these only what is suppressed counts. */
  readonly checked: boolean;
  /** URIs; counted once however many descriptions have them. */
  readonly files: readonly string[];
  readonly operations: number;
  readonly states: JsonStates;
  /** Names of what findings spoke of that were suppressed; the same of several descriptions counts once. */
  readonly suppressed: readonly string[];
}

export function entryCounts(result: EntryResult): EntryCounts {
  const checked = isChecked(result);
  const operations = (checked ? (result.api?.operations ?? []) : []).filter(({ kind }) => kind === 'operation');
  return {
    checked,
    files: checked ? ownFiles(result) : [],
    operations: operations.length,
    states: statesOf(operations.map(({ security }) => security.state)),
    suppressed: result.suppressed.map(subjectOf),
  };
}

/** The counts of a check: of findings, those that a baseline does not have, and how many it has. */
export function summarise(entries: readonly EntryCounts[], findings: readonly PlainFinding[], baselined: number): JsonSummary {
  const count = (severity: PlainFinding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const sum = (countOf: (entry: EntryCounts) => number) => entries.reduce((total, entry) => total + countOf(entry), 0);
  return {
    entries: sum(({ checked }) => (checked ? 1 : 0)),
    files: distinct(entries, ({ files }) => files),
    operations: sum(({ operations }) => operations),
    states: {
      secured: sum(({ states }) => states.secured),
      optional: sum(({ states }) => states.optional),
      public: sum(({ states }) => states.public),
      undeclared: sum(({ states }) => states.undeclared),
    },
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'safe')).length,
    suppressed: distinct(entries, ({ suppressed }) => suppressed),
    baselined,
  };
}

function distinct(entries: readonly EntryCounts[], namesOf: (entry: EntryCounts) => readonly string[]): number {
  const names = new Set<string>();
  for (const entry of entries) for (const name of namesOf(entry)) names.add(name);
  return names.size;
}
