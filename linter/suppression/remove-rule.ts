import type { FileEdit } from '../findings/file-edits.ts';
import { remove, removeItemAt } from '../fixes/place-edits.ts';
import type { Range } from '../text/range.ts';
import { child, children } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Directive, SuppressedRule } from './suppression.ts';

/** Takes a rule out of a directive, and with the last one the directive itself; undefined when the text can't be edited soundly. */
export function removeRule(directive: Directive, rule: SuppressedRule): FileEdit | undefined {
  const { file, source, rules } = directive;
  if (source.kind === 'comment') {
    const range = rules.length > 1 ? rangeInList(rules, rule) : commentRange(file, directive);
    return { file: file.uri, edit: { range, text: '' } };
  }
  if (rules.length === 1) return remove(source.place);
  if (source.place.node.kind === 'sequence') {
    const index = children(source.place).findIndex(({ node }) => node.range.start === rule.range.start);
    return index < 0 ? undefined : removeItemAt(source.place, index);
  }
  const entry = child(source.place, rule.id);
  return entry && remove(entry);
}

/** A rule with what parts it from the next one, or the last from the one before. */
function rangeInList(rules: readonly SuppressedRule[], rule: SuppressedRule): Range {
  const index = rules.indexOf(rule);
  const next = rules[index + 1];
  if (next) return { start: rule.range.start, end: next.range.start };
  return { start: rules[index - 1]?.range.end ?? rule.range.start, end: rule.range.end };
}

/** A comment with its line when nothing else stands there, otherwise with the blanks before it. */
function commentRange({ text }: SourceFile, { range, source }: Directive): Range {
  let { start, end } = range;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  if (source.kind !== 'comment' || !source.alone) return { start, end };
  if (text.startsWith('\r\n', end)) end += 2;
  else if (end < text.length) end++;
  return { start, end };
}
