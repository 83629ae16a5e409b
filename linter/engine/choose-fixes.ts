import { type FileEdits, type Finding, type Fix, makesFile } from '../findings/finding.ts';
import type { SyntaxTree } from '../syntax/node.ts';
import { EditSet } from './edit-set.ts';

/** Which findings are fixed; without it all that have a safe fix. */
export interface FixScope {
  /** Only findings in this file; their fixes may edit other files too. */
  readonly file?: string;
  /** Only findings in files (URIs) of which this is true. */
  readonly isWanted?: (file: string) => boolean;
  /** Only findings of this rule. */
  readonly rule?: string;
  /** True for suggestions too, where there is no safe fix and no choice: the preferred one, or the only one. */
  readonly suggestions?: boolean;
  /**
   * False for a file (its URI) that must stay as it is: fixes that would edit it, or make it, are left out. Without it all may be edited.
   * `tree` is what the file says then, which is what it said before any fix when it is asked for the first time; undefined for one that is not
   * there.
   */
  mayEdit?(file: string, tree: SyntaxTree | undefined): boolean;
  /** False where no file can be made: fixes that need a new one are left. */
  readonly mayCreate?: boolean;
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
  scope: Omit<FixScope, 'mayEdit'>,
  isAllowed: (finding: Finding, fix: Fix) => boolean,
): readonly Chosen[] {
  const all = new EditSet();
  return findings
    .filter((finding) => isInScope(finding, scope))
    .flatMap((finding) => {
      const fix = fixFor(finding, scope, (each) => isAllowed(finding, each));
      const edits = fix ? fix.edits().map((each) => labelled(each, finding.rule)) : [];
      return fix && all.add(edits) ? [{ finding, fix, edits }] : [];
    });
}

/** The URIs of the files that the first fixes in scope would edit or make; empty when nothing is to be fixed. */
export function filesToFix(findings: readonly Finding[], scope: Omit<FixScope, 'mayEdit'>): readonly string[] {
  return together(chooseFixes(findings, scope, () => true)).map(({ file }) => file);
}

/** The edits of fixes that were chosen together, each once. */
export function together(chosen: readonly Chosen[]): readonly FileEdits[] {
  const all = new EditSet();
  for (const { edits } of chosen) all.add(edits);
  return all.files;
}

function isInScope(finding: Finding, { file, isWanted = () => true, rule }: FixScope): boolean {
  return (file === undefined || finding.file === file) && (rule === undefined || finding.rule === rule) && isWanted(finding.file);
}

function fixFor(
  { fixes }: Finding,
  { suggestions = false, mayCreate = true }: FixScope,
  isAllowed: (fix: Fix) => boolean,
): Fix | undefined {
  const allowed = fixes.filter((fix) => (suggestions || fix.kind === 'safe') && (mayCreate || !makesFile(fix)) && isAllowed(fix));
  const safe = allowed.find(({ kind }) => kind === 'safe');
  if (safe || !suggestions) return safe;
  return allowed.find(({ preferred }) => preferred) ?? (fixes.length === 1 ? allowed[0] : undefined);
}

function labelled(file: FileEdits, label: string): FileEdits {
  return { ...file, edits: file.edits.map((edit) => ({ ...edit, labels: [label] })) };
}
