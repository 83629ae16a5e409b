import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type Range as LspRange,
  MarkupKind,
} from 'vscode-languageserver';
import {
  allRules,
  type Completion,
  type CompletionSubject,
  challengeRules,
  paramRules,
  rfcUrl,
  type SourceFile,
} from '../../linter/index.ts';
import { descriptionOf, detailOf } from './completion-words.ts';
import { markdown } from './hover/markup.ts';
import { paramMeaning, schemeMeaning } from './words/http.ts';

/** What the client can do with completions. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  readonly deprecatedTag: boolean;
}

/** What items hold for `documented`: what there is to say of these depends on nothing else. */
type ItemData = Partial<Record<'rule' | 'scheme' | 'param', string>>;

/** Completion items for what can be written at an offset of a file, in this order; what fits best is first. */
export function completionItems(
  completions: readonly Completion[],
  file: SourceFile,
  offset: number,
  abilities: CompletionAbilities,
): CompletionItem[] {
  const best = completions.find(({ likely }) => likely);
  return completions.map((completion, index) => {
    const { label, range, subject } = completion;
    const detail = detailOf(subject);
    const documentation = descriptionOf(subject);
    const data = dataOf(subject);
    return {
      label,
      kind: kinds[subject.kind],
      ...(detail !== undefined && { detail }),
      ...(documentation !== undefined && { documentation }),
      // What is typed may begin with a quote, or be a part of a longer text.
      filterText: file.text.slice(range.start, offset).replace(/[\w-]*$/, '') + label,
      sortText: `${rankOf(completion)}${String(index).padStart(4, '0')}`,
      ...(completion === best && { preselect: true }),
      ...(isDeprecated(subject) && abilities.deprecatedTag && { tags: [CompletionItemTag.Deprecated] }),
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range: lspRangeOf(range, file), newText: completion.text },
      ...(abilities.snippets && asSnippet(completion, file)),
      ...(data && { data }),
    };
  });
}

/** The item with what there is to say of its rule, its HTTP authentication scheme or its parameter. */
export function documented(item: CompletionItem): CompletionItem {
  const { rule, scheme, param } = (item.data ?? {}) as Partial<Record<keyof ItemData, unknown>>;
  const named = allRules.find(({ id }) => id === rule);
  const value =
    named?.why ?? (typeof scheme === 'string' ? challengeWords(scheme, typeof param === 'string' ? param : undefined) : undefined);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** What a scheme, or a parameter of its challenges, is, with the section that defines it. */
function challengeWords(scheme: string, param: string | undefined): string | undefined {
  const meaning = param === undefined ? schemeMeaning(scheme) : paramMeaning(scheme, param);
  const section = (param === undefined ? challengeRules(scheme) : paramRules(scheme, param))?.section;
  const url = section === undefined ? undefined : rfcUrl(section);
  const source = section !== undefined && url !== undefined ? markdown.link(section, url) : undefined;
  return [meaning, source].filter((part) => part !== undefined).join('\n\n') || undefined;
}

function dataOf(subject: CompletionSubject): ItemData | undefined {
  switch (subject.kind) {
    case 'rule':
      return { rule: subject.id };
    case 'auth-scheme':
      return { scheme: subject.name };
    case 'auth-param':
      return { scheme: subject.scheme, param: subject.name };
    case 'param-value':
      return { scheme: subject.scheme, param: subject.param };
    default:
      return undefined;
  }
}

const kinds: Readonly<Record<CompletionSubject['kind'], CompletionItemKind>> = {
  directive: CompletionItemKind.Keyword,
  rule: CompletionItemKind.Constant,
  scheme: CompletionItemKind.Reference,
  optional: CompletionItemKind.Keyword,
  public: CompletionItemKind.Keyword,
  scope: CompletionItemKind.EnumMember,
  response: CompletionItemKind.Property,
  header: CompletionItemKind.Property,
  challenge: CompletionItemKind.Value,
  'auth-scheme': CompletionItemKind.Class,
  'auth-param': CompletionItemKind.Field,
  'param-value': CompletionItemKind.Value,
  setting: CompletionItemKind.Property,
};

/** Sorts items before those of a higher rank. */
function rankOf({ likely, subject }: Completion): number {
  if (isDeprecated(subject)) return 2;
  return likely ? 0 : 1;
}

function isDeprecated(subject: CompletionSubject): boolean {
  return subject.kind === 'scheme' && subject.deprecated;
}

/** The text as a snippet that ends where a person goes on; nothing for a text behind which they do. */
function asSnippet({ text, range, selection }: Completion, file: SourceFile): Partial<CompletionItem> {
  if (!selection) return {};
  const [before, selected, behind] = [
    text.slice(0, selection.start),
    text.slice(selection.start, selection.end),
    text.slice(selection.end),
  ].map(escaped);
  const stop = selected === '' ? '$0' : `\${1:${selected}}`;
  return {
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: { range: lspRangeOf(range, file), newText: `${before}${stop}${behind}` },
  };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function lspRangeOf({ start, end }: Completion['range'], { lines }: SourceFile): LspRange {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
