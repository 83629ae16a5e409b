import type { FileEdit } from '../findings/file-edits.ts';
import type { Finding } from '../findings/finding.ts';
import { parse } from '../syntax/parse.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { placeAt } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { commentDirectives } from './comment-directives.ts';
import { commentKey, type Directive } from './suppression.ts';

/**
 * Makes the edit that suppresses a finding by a comment above its line, or in the one that is there; undefined where the line is
 * in the middle of a scalar.
 */
export function lineComment(finding: Finding, file: SourceFile): (() => FileEdit | undefined) | undefined {
  const { line } = file.lines.positionAt(finding.range.start);
  const start = line === 0 ? textStart(file) : file.lines.startOf(line);
  if (isWithinScalar(finding, file, start)) return undefined;
  return () => {
    const there = commentDirectives(file).find(({ scope, rules }) => scope.kind === 'line' && scope.line === line && rules.length > 0);
    if (there) return extended(there, finding.rule);
    const indent = /^[ \t]*/.exec(file.text.slice(start))?.[0] ?? '';
    return added(file, start, `${indent}# ${commentKey}-next-line ${finding.rule}`);
  };
}

/** The edit that suppresses a rule in a whole file: a comment at its start, or in the one that is there. */
export function fileComment(rule: string, file: SourceFile): FileEdit | undefined {
  const there = commentDirectives(file).find(({ scope, rules }) => scope.kind === 'file' && rules.length > 0);
  return there ? extended(there, rule) : added(file, textStart(file), `# ${commentKey}-file ${rule}`);
}

/** Behind a byte order mark. */
function textStart({ text }: SourceFile): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

function isWithinScalar({ pointer, range }: Finding, file: SourceFile, lineStart: number): boolean {
  const place = placeAt(file, pointer);
  const nodes = [place?.node, place?.entry?.keyNode];
  return nodes.some((node) => node?.kind === 'scalar' && node.range.start < lineStart && range.start <= node.range.end);
}

function extended({ file, rules }: Directive, rule: string): FileEdit | undefined {
  const at = rules.at(-1)?.range.end;
  return at === undefined ? undefined : { file: file.uri, edit: { range: { start: at, end: at }, text: `, ${rule}` } };
}

/** A line of its own; undefined when it would not be read as a comment there. */
function added(file: SourceFile, at: number, comment: string): FileEdit | undefined {
  const edit: TextEdit = { range: { start: at, end: at }, text: comment + file.tree.style.lineEnd };
  const start = at + comment.indexOf('#');
  const isComment = parse(applyEdits(file.text, [edit]), file.format)
    .comments()
    .some(({ range }) => range.start === start);
  return isComment ? { file: file.uri, edit } : undefined;
}
