import type { FileEdits, Finding, Fix } from '../findings/finding.ts';
import { EditSet } from './edit-set.ts';

/** Which findings are fixed; without it all that have a safe fix. */
export interface FixScope {
  /** Only findings in this file; their fixes may edit other files too. */
  readonly file?: string;
  /** Only findings of this rule. */
  readonly rule?: string;
  /** True for suggestions too, where there is no safe fix and no choice: the preferred one, or the only one. */
  readonly suggestions?: boolean;
  /** False for a file (its URI) that must stay as it is: fixes that would edit it, or make it, are left out. Without it all may be edited. */
  mayEdit?(file: string): boolean;
}

export interface Chosen {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Labelled with the rule. */
  readonly edits: readonly FileEdits[];
}

/** The fixes to apply at once, one at most for each finding, in the order of the findings; those that conflict with one before are left out. */
export function chooseFixes(
  findings: readonly Finding[],
  scope: FixScope,
  isWithheld: (finding: Finding, fix: Fix) => boolean,
): readonly Chosen[] {
  const all = new EditSet();
  return findings
    .filter((finding) => isInScope(finding, scope))
    .flatMap((finding) => {
      const fix = fixFor(finding, scope, (each) => !isWithheld(finding, each));
      const edits = fix ? fix.edits().map((each) => labelled(each, finding.rule)) : [];
      return fix && all.add(edits) ? [{ finding, fix, edits }] : [];
    });
}

/** The URIs of the files that the first fixes in scope would edit or make; empty when nothing is to be fixed. */
export function filesToFix(findings: readonly Finding[], scope: FixScope): readonly string[] {
  return together(chooseFixes(findings, scope, () => false)).map(({ file }) => file);
}

/** The edits of fixes that were chosen together, each once. */
export function together(chosen: readonly Chosen[]): readonly FileEdits[] {
  const all = new EditSet();
  for (const { edits } of chosen) all.add(edits);
  return all.files;
}

function isInScope(finding: Finding, { file, rule }: FixScope): boolean {
  return (file === undefined || finding.file === file) && (rule === undefined || finding.rule === rule);
}

function fixFor({ fixes }: Finding, scope: FixScope, isAllowed: (fix: Fix) => boolean): Fix | undefined {
  const allowed = fixes.filter((fix) => (scope.suggestions || fix.kind === 'safe') && isAllowed(fix) && staysInside(fix, scope));
  const safe = allowed.find(({ kind }) => kind === 'safe');
  if (safe || !scope.suggestions) return safe;
  return allowed.find(({ preferred }) => preferred) ?? (fixes.length === 1 ? allowed[0] : undefined);
}

function staysInside(fix: Fix, { mayEdit }: FixScope): boolean {
  return mayEdit === undefined || fix.edits().every(({ file }) => mayEdit(file));
}

function labelled(file: FileEdits, label: string): FileEdits {
  return { ...file, edits: file.edits.map((edit) => ({ ...edit, labels: [label] })) };
}
