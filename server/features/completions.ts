import { type CompletionItem, CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import { allRules, type Completion } from '../../linter/index.ts';
import { lspRange, type Texts } from './texts.ts';

/** Completion items for what can be written at a place of a file: rules with a finding there come first. */
export function completionItems(completions: readonly Completion[], uri: string, texts: Texts): CompletionItem[] {
  return completions.map(({ label, range, text, detail, likely, rule }) => ({
    label,
    detail,
    kind: rule === undefined ? CompletionItemKind.Keyword : CompletionItemKind.Constant,
    sortText: `${likely ? 0 : 1}${label}`,
    ...(likely && { preselect: true }),
    textEdit: { range: lspRange(texts, uri, range), newText: text },
    ...(rule !== undefined && { data: { rule } }),
  }));
}

/** The item with what the rule that it names is about. */
export function documented(item: CompletionItem): CompletionItem {
  const { rule } = (item.data ?? {}) as { readonly rule?: unknown };
  const named = allRules.find(({ id }) => id === rule);
  return named ? { ...item, documentation: { kind: MarkupKind.Markdown, value: named.why } } : item;
}
