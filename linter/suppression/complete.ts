import type { Finding } from '../findings/finding.ts';
import { rules } from '../rules/index.ts';
import type { Range } from '../text/range.ts';
import { children, type Place } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { extensionDirectives } from './extension-directives.ts';
import { commentKey, extensionKey } from './suppression.ts';

/** Something that can be written at a place of a text. */
export interface Completion {
  readonly label: string;
  /** What it replaces. */
  readonly range: Range;
  readonly text: string;
  readonly detail: string;
  /** True for rules with a finding there: they come first. */
  readonly likely: boolean;
  /** The id, for a rule. */
  readonly rule: string | undefined;
}

/** What can be written at an offset to suppress findings; `findings` are those of the file. Empty where nothing fits. */
export function suppressionCompletions(file: SourceFile, offset: number, findings: readonly Finding[]): readonly Completion[] {
  const { line, character } = file.lines.positionAt(offset);
  const before = file.text.slice(offset - character, offset);
  return inComment(file, offset, before, line, findings) ?? inExtension(file, offset, findings) ?? asKey(file, offset, before);
}

const directives = [
  { name: commentKey, detail: 'Suppress rules on this line' },
  { name: `${commentKey}-next-line`, detail: 'Suppress rules on the next line' },
  { name: `${commentKey}-file`, detail: 'Suppress rules in this file' },
];

function inComment(
  file: SourceFile,
  offset: number,
  before: string,
  line: number,
  findings: readonly Finding[],
): readonly Completion[] | undefined {
  if (!before.includes('#') || file.format !== 'yaml') return undefined;
  const comment = file.tree.comments().find(({ range }) => range.start < offset && offset <= range.end);
  if (!comment) return undefined;
  const typed = file.text.slice(comment.range.start + 1, offset);
  const [, word] = /^\s*([a-z-]*)$/.exec(typed) ?? [];
  if (word !== undefined) {
    const range = { start: offset - word.length, end: offset };
    return directives
      .filter(({ name }) => name.startsWith(word))
      .map(({ name, detail }) => ({ label: name, range, text: `${name} `, detail, likely: false, rule: undefined }));
  }
  const [, suffix, list = ''] = /^\s*auth-lint-ignore(-next-line|-file)?\s((?:(?!\s--\s).)*)$/.exec(typed) ?? [];
  if (!/^\s*auth-lint-ignore/.test(typed) || /\s--\s/.test(typed)) return [];
  const named = list.split(/[\s,]+/);
  const current = named.pop() ?? '';
  const isThere = ({ range }: Finding) => {
    const found = file.lines.positionAt(range.start).line;
    return suffix === '-file' || found === (suffix === '-next-line' ? line + 1 : line);
  };
  return ruleIds({ start: offset - current.length, end: offset }, named, findings.filter(isThere), (id) => id);
}

function inExtension(file: SourceFile, offset: number, findings: readonly Finding[]): readonly Completion[] | undefined {
  const directive = extensionDirectives(file).find(
    ({ source }) => source.kind === 'extension' && contains(valueRange(source.place), offset),
  );
  if (directive?.source.kind !== 'extension') return undefined;
  const { place } = directive.source;
  if (place.node.kind === 'map') return [];
  const items = place.node.kind === 'sequence' ? children(place) : [place];
  const current = items.find(({ node }) => node.kind === 'scalar' && contains(node.range, offset));
  const range = current?.node.range ?? { start: offset, end: offset };
  const named = directive.rules.filter((rule) => rule.range.start !== range.start).map(({ id }) => id);
  const below = findings.filter(({ pointer }) => directive.scope.kind === 'subtree' && pointer.startsWith(directive.scope.pointer));
  const write = (id: string) => (file.format === 'json' ? JSON.stringify(id) : id);
  return ruleIds(range, named, below, place.node.kind === 'sequence' ? write : (id) => `[${write(id)}]`);
}

/** Of a missing value, what stands on its key's line behind the colon. */
function valueRange({ node, entry }: Place): Range {
  return node.range.start < node.range.end || !entry ? node.range : { start: entry.keyNode.range.end + 1, end: node.range.end + 2 };
}

function contains({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

function ruleIds(
  range: Range,
  named: readonly string[],
  findings: readonly Finding[],
  write: (id: string) => string,
): readonly Completion[] {
  const found = new Set(findings.map(({ rule }) => rule));
  return rules
    .filter(({ id }) => !named.includes(id))
    .map(({ id, summary }) => ({ label: id, range, text: write(id), detail: summary, likely: found.has(id), rule: id }));
}

/** The key itself, once it was begun. */
function asKey(file: SourceFile, offset: number, before: string): readonly Completion[] {
  const [, quote = '', word] = /^\s*(?:- +)*[{,]?\s*("?)(x-[a-z-]*)$/.exec(before) ?? [];
  if (word === undefined || !extensionKey.startsWith(word) || (file.format === 'json') !== (quote === '"')) return [];
  const closing = quote && file.text.startsWith('"', offset) ? 1 : 0;
  const range = { start: offset - word.length - quote.length, end: offset + closing };
  return [
    {
      label: extensionKey,
      range,
      text: `${quote}${extensionKey}${quote}: []`,
      detail: 'Suppress rules for this object',
      likely: false,
      rule: undefined,
    },
  ];
}
