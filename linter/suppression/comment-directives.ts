import type { Comment } from '../syntax/node.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { commentKey, type Directive, type Scope, type SuppressedRule } from './suppression.ts';

/** The comments of a file that switch rules off: `# auth-lint-ignore[-next-line|-file] rule, rule -- reason`. */
export function commentDirectives(file: SourceFile): readonly Directive[] {
  // Comments are found by reading the whole text.
  if (!file.mentions(commentKey) || !/(?:#|\/[/*])\s*auth-lint-ignore/.test(file.text)) return [];
  const nextLine = nextLineSearch(file);
  return file.tree.comments().flatMap((comment) => readComment(file, comment, nextLine) ?? []);
}

/** Finds the line that is the next after an offset with more than a comment; undefined at the end of the text. */
type NextLine = (offset: number) => number | undefined;

const shape = /^(\s*auth-lint-ignore)([a-z-]*)(?![^\s:,])([\s\S]*)$/;

function readComment(file: SourceFile, comment: Comment, nextLine: NextLine): Directive | undefined {
  const [, key = '', suffix = '', rest = ''] = shape.exec(comment.text) ?? [];
  if (key === '') return undefined;
  const { list, reason } = splitReason(rest);
  // A comment's text starts behind `#` or `//`.
  const opening = file.text.startsWith('#', comment.range.start) ? 1 : 2;
  const rules = idsIn(list, comment.range.start + opening + key.length + suffix.length);
  const scope = scopeOf(file, comment, suffix, nextLine);
  return {
    file,
    range: comment.range,
    pointer: '',
    source: { kind: 'comment', alone: standsAlone(file, comment) },
    scope: scope ?? { kind: 'line', line: file.lines.positionAt(comment.range.start).line },
    rules: scope ? rules : [],
    reason,
    mistake: scope ? undefined : `There is no ${commentKey}${suffix}: write ${commentKey}, ${commentKey}-next-line or ${commentKey}-file.`,
  };
}

/** The reason stands behind two hyphens. */
function splitReason(text: string): { readonly list: string; readonly reason: string | undefined } {
  const separator = /(?:^|\s)--+(?:\s|$)/.exec(text);
  if (!separator) return { list: text, reason: undefined };
  const reason = text.slice(separator.index + separator[0].length).trim();
  return { list: text.slice(0, separator.index), reason: reason === '' ? undefined : reason };
}

function idsIn(list: string, offset: number): readonly SuppressedRule[] {
  return [...list.matchAll(/[^\s,:]+/g)].map(({ 0: id, index }) => ({
    id,
    range: { start: offset + index, end: offset + index + id.length },
    reason: undefined,
  }));
}

function scopeOf(file: SourceFile, { range }: Comment, suffix: string, nextLine: NextLine): Scope | undefined {
  const { line } = file.lines.positionAt(range.start);
  switch (suffix) {
    case '':
      return { kind: 'line', line };
    case '-next-line':
      return { kind: 'line', line: nextLine(range.end) ?? line };
    case '-file':
      return { kind: 'file' };
    default:
      return undefined;
  }
}

/** A search that is called with one offset after the other: below many comments stands one line, which is looked for once. */
function nextLineSearch({ text, lines }: SourceFile): NextLine {
  const lineWithText = /\n[^\S\n]*(?=[^\s#])(?!\/\/)/g;
  let from = 0;
  let found: { readonly lineBreak: number; readonly line: number | undefined } | undefined;
  return (offset) => {
    if (found && from <= offset && offset <= found.lineBreak) return found.line;
    lineWithText.lastIndex = offset;
    const match = lineWithText.exec(text);
    from = offset;
    found = match
      ? { lineBreak: match.index, line: lines.positionAt(lineWithText.lastIndex).line }
      : { lineBreak: text.length, line: undefined };
    return found.line;
  };
}

/** True for a comment before which nothing else stands on its line. */
function standsAlone({ text, lines }: SourceFile, { range }: Comment): boolean {
  const { character } = lines.positionAt(range.start);
  return text.slice(range.start - character, range.start).trim() === '';
}
