import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { fileComment, lineComment } from './write-comment.ts';
import { ignoredOwner, rootOwner, writeExtension } from './write-extension.ts';

/** What is said of suppressions and settings, or of texts that can't be read, is not suppressed where it stands. */
const notOffered: ReadonlySet<string> = new Set(['unused-suppression', 'invalid-configuration', 'syntax-error', 'rule-crash']);

/** True for rules whose findings can be switched off by a fix. */
export function isSuppressible(rule: string): boolean {
  return !notOffered.has(rule);
}

/** The ways to suppress a finding in its text, the narrower one first. `file` is the finding's. */
export function ignoreFixes(finding: Finding, file: SourceFile): readonly Fix[] {
  return [...ignoreHere(finding, file), ...ignoreInFile(finding, file)];
}

/**
 * The way to suppress a finding where it stands, if there is one: in YAML by a comment for its line, in JSON (and where a comment is
 * not possible) by an `x-auth-lint-ignore` in what it is about. `file` is the finding's.
 */
export function ignoreHere(finding: Finding, file: SourceFile): readonly Fix[] {
  const { rule } = finding;
  if (!isSuppressible(rule)) return [];
  const nearest = file.format === 'yaml' ? lineComment(finding, file) : undefined;
  if (nearest) return [suggestion(`Ignore ${rule} on this line`, nearest)];
  const owner = ignoredOwner(finding, file);
  return owner ? [suggestion(`Ignore ${rule} ${owner.words}`, () => writeExtension(owner.place, rule))] : [];
}

/** The way to suppress a finding's rule in the whole file, if there is one: by a comment, in JSON by an `x-auth-lint-ignore` in the root. */
export function ignoreInFile({ rule }: Finding, file: SourceFile): readonly Fix[] {
  if (!isSuppressible(rule)) return [];
  const root = rootOwner(file);
  const everywhere = file.format === 'yaml' ? () => fileComment(rule, file) : root && (() => writeExtension(root, rule));
  return everywhere ? [suggestion(`Ignore ${rule} in this file`, everywhere)] : [];
}

function suggestion(title: string, edit: () => FileEdit | undefined): Fix {
  return { title, kind: 'suggestion', preferred: false, edits: () => fileEdits([edit()]) };
}
