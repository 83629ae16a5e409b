import type { Range as LspRange } from 'vscode-languageserver';
import { type LineIndex, memo, type Range } from '../../linter/index.ts';

/** What features need to know of files to speak of them in LSP's terms. */
export interface Texts {
  /** The lines of a file's present text; undefined when it was not read. */
  lines(uri: string): LineIndex | undefined;
  /** The version of an open document; null for a file. */
  version(uri: string): number | null;
  /** The URI as the client spells it. */
  clientUri(uri: string): string;
}

/** The same for as long as no text changes, and so for work that waits for nothing: many ranges are in few files. */
export function steadyTexts(texts: Texts): Texts {
  return { ...texts, lines: memo(texts.lines), clientUri: memo(texts.clientUri) };
}

/** A range in LSP's terms; the start of the file when its text is not at hand. */
export function lspRange(texts: Texts, uri: string, range: Range): LspRange {
  const lines = texts.lines(uri);
  const zero = { line: 0, character: 0 };
  return lines ? { start: lines.positionAt(range.start), end: lines.positionAt(range.end) } : { start: zero, end: zero };
}
