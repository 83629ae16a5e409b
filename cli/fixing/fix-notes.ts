import type { WithheldFix } from '../../linter/index.ts';
import { listed } from '../terminal/listed.ts';
import { plural } from '../terminal/plural.ts';
import type { Failure } from './write-changes.ts';

/** What became of all fixes. Files are URIs. */
export interface Tally {
  /** How many fixes were applied, and in how many files. */
  readonly applied: number;
  readonly files: number;
  readonly failures: readonly GroupFailure[];
  readonly withheld: readonly WithheldFix[];
  /** Files that fixes would have edited and must not, and why. */
  readonly left: ReadonlyMap<string, string>;
}

/** Why a group was not written. */
export interface GroupFailure extends Failure {
  /** The other files that would have been changed with that one. */
  readonly others: readonly string[];
}

/** What to say of fixes, a line each; any text may be in it. */
export function fixNotes({ applied, files, failures, withheld, left }: Tally, dryRun: boolean, relative: (uri: string) => string) {
  const would = dryRun ? 'would be' : 'were';
  return [
    applied === 0
      ? `No fixes ${would} applied.`
      : `${plural(applied, 'fix', 'fixes')} in ${plural(files, 'file')} ${applied === 1 && !dryRun ? 'was' : would} applied.`,
    ...failures.flatMap((failure) => aboutFailure(failure, relative)),
    ...[...left].map(([uri, reason]) => `${relative(uri)} was not touched: ${reason}.`),
    ...(withheld.length > 0 ? [`${plural(withheld.length, 'fix', 'fixes')} ${withheld.length === 1 ? 'was' : 'were'} withheld:`] : []),
    ...withheld.map(({ rule, file, pointer, title, reason }) => `  ${relative(file)}#${pointer}: “${title}” (${rule}): ${reason}`),
  ];
}

function aboutFailure({ uri, reason, others, halfDone }: GroupFailure, relative: (uri: string) => string): readonly string[] {
  const names = others.map(relative);
  const together = names.length === 0 ? '' : ` With it, all that was to be fixed together was left as it is: ${listed(names)}.`;
  return [
    `${relative(uri)} was not touched: ${reason}.${together}`,
    ...halfDone.map((each) => `${relative(each)} was changed nevertheless, and could not be given back what it held.`),
  ];
}
