import type { Format, SyntaxTree } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';
import { lazy } from '../text/lazy.ts';
import { LineIndex } from '../text/line-index.ts';
import type { FileProblem } from './file-system.ts';

/** A text with what is known of it; a changed text is a new source file. */
export interface SourceFile {
  /** In the normal form of `normaliseUri`. */
  readonly uri: string;
  readonly text: string;
  /** The version of an open document; undefined for a file that was read. */
  readonly version: number | undefined;
  readonly format: Format;
  readonly lines: LineIndex;
  readonly tree: SyntaxTree;
}

/** A file that could not be read. */
export interface UnreadableFile {
  readonly uri: string;
  readonly problem: FileProblem;
  readonly detail: string | undefined;
}

/** A source file whose lines and tree are made when they are first asked for. */
export function sourceFile(uri: string, text: string, version?: number): SourceFile {
  const format: Format = /\.jsonc?$/i.test(uri) ? 'json' : 'yaml';
  const lines = lazy(() => new LineIndex(text));
  const tree = lazy(() => parse(text, format));
  return {
    uri,
    text,
    version,
    format,
    get lines() {
      return lines();
    },
    get tree() {
      return tree();
    },
  };
}

/** True when the file's top level has `openapi` or `swagger`: it is an entry document. */
export function isEntryDocument(file: SourceFile): boolean {
  const { root } = file.tree;
  return root?.kind === 'map' && (root.get('openapi') ?? root.get('swagger')) !== undefined;
}
