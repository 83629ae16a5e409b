import type { Finding } from '../findings/finding.ts';
import { rules } from '../rules/index.ts';
import { commentDirectives } from '../suppression/comment-directives.ts';
import { extensionDirectives } from '../suppression/extension-directives.ts';
import { commentKey, extensionKey } from '../suppression/suppression.ts';
import type { CollectionStyle } from '../syntax/node.ts';
import type { Range } from '../text/range.ts';
import { children, type Place } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Completion } from './completion.ts';

/** What can be written at an offset to suppress findings; `findings` are those of the file. Empty where nothing fits. */
export function suppressionCompletions(file: SourceFile, offset: number, findings: readonly Finding[]): readonly Completion[] {
  const { character } = file.lines.positionAt(offset);
  const before = file.text.slice(offset - character, offset);
  return inComment(file, offset, before, findings) ?? inExtension(file, offset, findings) ?? asKey(file, offset, before);
}

const directives: readonly { readonly name: string; readonly reach: 'line' | 'next-line' | 'file' }[] = [
  { name: commentKey, reach: 'line' },
  { name: `${commentKey}-next-line`, reach: 'next-line' },
  { name: `${commentKey}-file`, reach: 'file' },
];

function inComment(file: SourceFile, offset: number, before: string, findings: readonly Finding[]): readonly Completion[] | undefined {
  if (!before.includes('#') || file.format !== 'yaml') return undefined;
  const comment = file.tree.comments().find(({ range }) => range.start < offset && offset <= range.end);
  if (!comment) return undefined;
  const typed = file.text.slice(comment.range.start + 1, offset);
  const [, word] = /^\s*([a-z-]*)$/.exec(typed) ?? [];
  if (word !== undefined) return asDirective(file, offset, word);
  const [directive, list = ''] = /^\s*auth-lint-ignore(?:-next-line|-file)?\s(.*)$/.exec(typed) ?? [];
  const reason = /\s--/.exec(comment.text)?.index ?? comment.text.length;
  if (directive === undefined || typed.length > reason) return [];
  const named = list.split(/[\s,]+/);
  const current = named.pop() ?? '';
  const scope = commentDirectives(file).find(({ range }) => range.start === comment.range.start)?.scope;
  const isThere = ({ range }: Finding) => scope?.kind !== 'line' || file.lines.positionAt(range.start).line === scope.line;
  return ruleIds({ start: offset - current.length, end: wordEnd(file, offset) }, named, findings.filter(isThere), (id) => id);
}

function asDirective(file: SourceFile, offset: number, word: string): readonly Completion[] {
  const start = offset - word.length;
  const end = wordEnd(file, offset);
  // What follows is replaced when it is such a word, too; others are the comment's own.
  const range = { start, end: `${commentKey}-`.startsWith(file.text.slice(start, end).slice(0, commentKey.length + 1)) ? end : offset };
  const blank = /[ \t]/.test(file.text.charAt(range.end)) ? '' : ' ';
  return directives
    .filter(({ name }) => name.startsWith(word))
    .map(({ name, reach }) => ({ label: name, range, text: `${name}${blank}`, likely: false, subject: { kind: 'directive', reach } }));
}

/** Where the word ends in which an offset lies; the offset itself where none follows. Two hyphens are no part of a word. */
function wordEnd({ text }: SourceFile, offset: number): number {
  return offset + (/^(?:-?[a-z0-9])*/.exec(text.slice(offset, offset + longestWord))?.[0].length ?? 0);
}

/** Longer than every id. */
const longestWord = 100;

function inExtension(file: SourceFile, offset: number, findings: readonly Finding[]): readonly Completion[] | undefined {
  const directive = extensionDirectives(file).find(
    ({ source }) => source.kind === 'extension' && contains(valueRange(source.place), offset),
  );
  if (directive?.source.kind !== 'extension') return undefined;
  const { place } = directive.source;
  if (place.node.kind === 'map') return [];
  const items = place.node.kind === 'sequence' ? children(place) : [place];
  const current = items.find(({ node }) => node.kind === 'scalar' && node.range.start < node.range.end && contains(node.range, offset));
  const range = current?.node.range ?? { start: offset, end: offset };
  if (!current && place.node.kind === 'sequence' && !isForItem(file, offset, place.node.style)) return [];
  const named = directive.rules.filter((rule) => rule.range.start !== range.start).map(({ id }) => id);
  const below = findings.filter(({ pointer }) => directive.scope.kind === 'subtree' && pointer.startsWith(directive.scope.pointer));
  const write = (id: string) => (file.format === 'json' ? JSON.stringify(id) : id);
  const blank = file.text[range.start - 1] === ':' && file.format === 'yaml' ? ' ' : '';
  return ruleIds(range, named, below, place.node.kind === 'sequence' ? write : (id) => `${blank}[${write(id)}]`);
}

/** Of a missing value, the blanks behind its key's colon; of a list in brackets, what is between them. */
function valueRange({ file: { text }, node, entry }: Place): Range {
  const { start, end } = node.range;
  if (start === end && entry) {
    const colon = text.indexOf(':', entry.keyNode.range.end) + 1;
    return { start: colon, end: colon + (/^[ \t]*/.exec(text.slice(colon))?.[0].length ?? 0) };
  }
  if (node.kind !== 'sequence' || node.style === 'block') return node.range;
  return { start: start + 1, end: text[end - 1] === ']' ? end - 1 : end };
}

/** True where one more item of a list can be written: behind a dash, or between brackets and commas. */
function isForItem({ text }: SourceFile, offset: number, style: CollectionStyle): boolean {
  const [before, after] = [text.slice(0, offset), text.slice(offset)];
  if (style === 'block') return /- +$/.test(before) && /^[ \t]*(?:[\r\n]|$)/.test(after);
  return /[[,]\s*$/.test(before) && /^\s*(?:[,\]]|$)/.test(after);
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
    .map(({ id }) => ({ label: id, range, text: write(id), likely: found.has(id), subject: { kind: 'rule', id } }));
}

/** The key itself, once it was begun. */
function asKey(file: SourceFile, offset: number, before: string): readonly Completion[] {
  const [, quote = '', word] = /^\s*(?:- +)*[{,]?\s*("?)(x-[a-z-]*)$/.exec(before) ?? [];
  if (word === undefined || !extensionKey.startsWith(word) || (file.format === 'json') !== (quote === '"')) return [];
  const end = wordEnd(file, offset);
  const closing = quote && file.text.startsWith('"', end) ? 1 : 0;
  const range = { start: offset - word.length - quote.length, end: end + closing };
  const hasValue = /^[ \t]*:/.test(file.text.slice(range.end));
  return [
    {
      label: extensionKey,
      range,
      text: `${quote}${extensionKey}${quote}${hasValue ? '' : ': []'}`,
      likely: false,
      subject: { kind: 'directive', reach: 'object' },
    },
  ];
}
