import { type FileEdits, type Finding, type FixOutcome, type FixScope, fixAll, type Linter } from '../../../linter/index.ts';
import { changedText } from './changed-text.ts';
import { freshFindings } from './fresh-findings.ts';
import { labelsOf, textFault } from './text-faults.ts';
import { withheldFault } from './withheld-fault.ts';

/** Descriptions that can be read with other texts (by URI) in place of some. */
export interface Fixable {
  /** The URIs of the entry documents. */
  readonly entries: readonly string[];
  linter(texts: Texts): Linter;
  /** Undefined for a file that is not there. */
  text(file: string): string | undefined;
}

/** By URI. */
export type Texts = ReadonlyMap<string, string>;

/** What came of fixing all. */
export interface Fixed {
  /** The first promise that was not kept, as `kind: what`; undefined when all were. */
  readonly fault: string | undefined;
  /** The texts that are new or another now. */
  readonly texts: Texts;
  readonly applied: number;
  readonly withheld: number;
}

/**
 * Fixes all that is safe, and looks whether that kept its promises: with plain parsers and by comparing texts, without what the linter
 * proves itself with.
 */
export async function fixed(fixable: Fixable, scope: FixScope = {}): Promise<Fixed> {
  const { entries } = fixable;
  const linter = fixable.linter(new Map());
  const found = await findingsOf(linter, entries);
  const outcome = await fixAll(linter, entries, scope);
  const texts = new Map(outcome.files.map(({ file, edits }) => [file, changedText(fixable.text(file) ?? '', edits).after]));
  const fault = fileFault(fixable, outcome.files, scope) ?? (await findingFault(fixable, found, texts, outcome, scope));
  return { fault, texts, applied: outcome.applied, withheld: outcome.withheld.length };
}

/** What is found in some entry documents. */
export async function findingsOf(linter: Linter, entries: readonly string[]): Promise<readonly Finding[]> {
  const results = [];
  for (const entry of entries) results.push(await linter.check(entry));
  return results.flatMap((result) => result?.findings ?? []);
}

function fileFault(fixable: Fixable, files: readonly FileEdits[], { suggestions }: FixScope): string | undefined {
  for (const each of files) {
    const before = fixable.text(each.file);
    if ((each.isNew === true) !== (before === undefined))
      return `new file: ${each.file} ${before === undefined ? 'is not said to be new' : 'is there'}`;
    const fault = textFault(each, before, suggestions);
    if (fault) return `${fault} [${labelsOf([each])}]`;
  }
  return undefined;
}

/** Findings that could be fixed and were not, graver ones that have come, and fixes that are never through. */
async function findingFault(
  fixable: Fixable,
  found: readonly Finding[],
  texts: Texts,
  { withheld }: FixOutcome,
  scope: FixScope,
): Promise<string | undefined> {
  const { entries } = fixable;
  const after = fixable.linter(texts);
  const left = await findingsOf(after, entries);
  const isWithheld = ({ rule, file, pointer }: Finding) =>
    withheld.some((each) => each.rule === rule && each.file === file && each.pointer === pointer);
  const fixableLeft = left.filter(({ fixes }) => fixes.some((fix) => fix.kind === 'safe' && fix.edits().length > 0));
  const forgotten = fixableLeft.find((finding) => !isWithheld(finding));
  if (forgotten) return `left: ${forgotten.rule}: ${forgotten.message}`;
  // What a suggestion says of an API may show what else is missing, and how to mend it may turn out not to be sound.
  const isAllowed = (finding: Finding) => scope.suggestions && (finding.severity !== 'error' || isWithheld(finding));
  const fresh = freshFindings(found, left).find((finding) => !isAllowed(finding));
  if (fresh) return `new: ${fresh.rule}: ${fresh.message}`;
  for (const finding of fixableLeft) {
    const fault = await withheldFault(fixable, texts, left, finding);
    if (fault) return fault;
  }
  const odd = withheld.find(({ reason }) => !reason.includes(' would be found in '));
  if (odd) return `withheld: ${odd.rule} (${odd.title}) ${odd.reason}`;
  const again = scope.suggestions ? [] : (await fixAll(after, entries, scope)).files;
  return again.length > 0 ? `again: ${labelsOf(again)}` : undefined;
}
