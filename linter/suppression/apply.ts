import { changed, type Finding, type OperationRef } from '../findings/finding.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { type DirectiveGroup, type DirectiveIndex, indexDirectives } from './directive-index.ts';
import type { SuppressedRule } from './suppression.ts';

/** What is left of findings after what people switched off in the texts. */
export interface Sifted {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** The directives of the files, by the files' URIs. */
  readonly directives: ReadonlyMap<string, DirectiveIndex>;
  /** Those of their rules that suppressed something. */
  readonly used: ReadonlySet<SuppressedRule>;
}

/**
 * Takes out the findings that a comment or an `x-auth-lint-ignore` of these files switches off. What is switched off in the root
 * of the entry document holds for the whole description.
 */
export function sift(findings: readonly Finding[], files: readonly SourceFile[], entry: SourceFile): Sifted {
  const directives = new Map(files.map((file) => [file.uri, indexDirectives(file)]));
  const used = new Set<SuppressedRule>();
  const suppressed: Finding[] = [];
  if (![...directives.values()].some((index) => index.directives.length > 0)) return { findings, suppressed, directives, used };
  const sieve: Sieve = { directives, used, forAll: directives.get(entry.uri)?.around('') };
  const left = findings.flatMap((finding) => {
    const rest = without(finding, sieve);
    if (!rest) suppressed.push(finding);
    return rest ? [rest] : [];
  });
  return { findings: left, suppressed, directives, used };
}

interface Sieve {
  readonly directives: Sifted['directives'];
  /** Grows with what suppresses something. */
  readonly used: Set<SuppressedRule>;
  /** What holds for the whole description. */
  readonly forAll: DirectiveGroup | undefined;
}

/**
 * The finding without what directives are about: undefined when nothing is left, the same object when they are about other things.
 * The nearest one counts as used, so that a wide one that is not needed is noticed.
 */
function without(finding: Finding, { directives, used, forAll }: Sieve): Finding | undefined {
  const isSwitchedOff = (group: DirectiveGroup | undefined): boolean => {
    const nearest = group?.rules.get(finding.rule);
    if (nearest) used.add(nearest);
    return nearest !== undefined;
  };
  const own = directives.get(finding.file);
  if (own && (isSwitchedOff(own.forLineOf(finding.range.start)) || isSwitchedOff(own.around(finding.pointer)))) return undefined;
  const isLeft = ({ file, pointer }: OperationRef) => !isSwitchedOff(directives.get(file)?.around(pointer));
  const operations = finding.operations.filter(isLeft);
  if (finding.operations.length > 0 && operations.length === 0) return undefined;
  if (isSwitchedOff(own?.forFile) || isSwitchedOff(forAll)) return undefined;
  return operations.length === finding.operations.length ? finding : changed(finding, { operations });
}
