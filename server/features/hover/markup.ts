import { MarkupKind } from 'vscode-languageserver';
import { brief, codeSpan } from '../../../linter/index.ts';

/** How text is marked up. What comes from files goes through `code` or `prose`, all else is written by us. */
export interface Markup {
  readonly kind: MarkupKind;
  /** Text from a file or of a protocol, as it is. */
  code(text: string): string;
  /** Sentences from a file, of which the markup does not count. */
  prose(text: string): string;
  strong(marked: string): string;
  link(marked: string, url: string): string;
  list(items: readonly string[]): string;
  /** A table, its first row above the others. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): string;
}

/** Longer texts from files are cut, in code units. */
const longestCode = 200;
const longestProse = 400;

const onOneLine = (text: string): string => (text.trim() === '' ? '""' : brief(text, longestCode));

/** Markdown as editors show it without trust: no HTML, no commands. */
export const markdown: Markup = {
  kind: MarkupKind.Markdown,
  code: (text) => codeSpan(onOneLine(text)),
  prose: (text) => brief(text, longestProse).replace(/[\\`*_{}[\]()<>#+\-.!|~&:]/g, '\\$&'),
  strong: (marked) => `**${marked}**`,
  link: (marked, url) => `[${marked}](${url.replace(/[()<>\s]/g, percentEncoded)})`,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  table(head, rows) {
    // Between the bars of a table a bar needs a backslash also in code.
    const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  },
};

/** Of characters that would end a link's address. */
const percentEncoded = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** The same words for clients that show text as it is. */
export const plainText: Markup = {
  kind: MarkupKind.PlainText,
  code: onOneLine,
  prose: (text) => brief(text, longestProse),
  strong: (marked) => marked,
  link: (marked) => marked,
  list: (items) => items.map((item) => `- ${item}`).join('\n'),
  table: (_, rows) => rows.map(([first, ...rest]) => `- ${first}: ${rest.join(' ')}`).join('\n'),
};
