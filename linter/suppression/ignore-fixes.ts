import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { fileComment, lineComment } from './write-comment.ts';
import { ignoredOwner, rootOwner, writeExtension } from './write-extension.ts';

/** What is said of suppressions and settings, or of texts that can't be read, is not suppressed where it stands. */
const notOffered: ReadonlySet<string> = new Set(['unused-suppression', 'invalid-configuration', 'syntax-error', 'rule-crash']);

/**
 * The ways to suppress a finding where it stands: in YAML by a comment for its line or its file, in JSON (and where a comment is
 * not possible) by an `x-auth-lint-ignore` in what it is about. `file` is the finding's.
 */
export function ignoreFixes(finding: Finding, file: SourceFile): readonly Fix[] {
  if (notOffered.has(finding.rule)) return [];
  const { rule } = finding;
  const nearest = file.format === 'yaml' ? lineComment(finding, file) : undefined;
  const owner = ignoredOwner(finding, file);
  const here = nearest
    ? [suggestion(`Ignore ${rule} on this line`, nearest)]
    : owner
      ? [suggestion(`Ignore ${rule} ${owner.words}`, () => writeExtension(owner.place, rule))]
      : [];
  const root = rootOwner(file);
  const everywhere = file.format === 'yaml' ? () => fileComment(rule, file) : root && (() => writeExtension(root, rule));
  return [...here, ...(everywhere ? [suggestion(`Ignore ${rule} in this file`, everywhere)] : [])];
}

function suggestion(title: string, edit: () => FileEdit | undefined): Fix {
  return { title, kind: 'suggestion', preferred: false, edits: () => fileEdits([edit()]) };
}
