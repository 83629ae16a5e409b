import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type Range as LspRange,
  MarkupKind,
} from 'vscode-languageserver';
import { allRules, type Completion, type CompletionSubject, type SourceFile } from '../../linter/index.ts';
import { descriptionOf, detailOf } from './completion-words.ts';

/** What the client can do with completions. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  readonly deprecatedTag: boolean;
}

/** What items hold for `documented`. */
interface ItemData {
  readonly rule: string;
}

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
      ...(subject.kind === 'rule' && { data: { rule: subject.id } satisfies ItemData }),
    };
  });
}

/** The item with what the rule that it names is about. */
export function documented(item: CompletionItem): CompletionItem {
  const { rule } = (item.data ?? {}) as { readonly rule?: unknown };
  const named = allRules.find(({ id }) => id === rule);
  return named ? { ...item, documentation: { kind: MarkupKind.Markdown, value: named.why } } : item;
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
  challenge: CompletionItemKind.Text,
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
