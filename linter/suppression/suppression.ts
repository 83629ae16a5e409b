import type { Range } from '../text/range.ts';
import type { Place } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';

/** How the key is called under which descriptions switch rules off. */
export const extensionKey = 'x-auth-lint-ignore';

/** How the comments start that do. */
export const commentKey = 'auth-lint-ignore';

/** A comment or a key that switches rules off for a part of a text. */
export interface Directive {
  readonly file: SourceFile;
  /** The comment with its `#`, or the key. */
  readonly range: Range;
  /** RFC 6901, of the value behind the key; empty for a comment. */
  readonly pointer: string;
  readonly source: { readonly kind: 'comment'; readonly alone: boolean } | { readonly kind: 'extension'; readonly place: Place };
  readonly scope: Scope;
  readonly rules: readonly SuppressedRule[];
  /** Why; undefined when nothing is said. */
  readonly reason: string | undefined;
  /** What of it can't be read, if anything. */
  readonly mistake: string | undefined;
}

/** One rule that a directive names. */
export interface SuppressedRule {
  readonly id: string;
  readonly range: Range;
  /** The reason that is given for this rule alone. */
  readonly reason: string | undefined;
}

/** For what a directive holds. */
export type Scope =
  /** What is found on this line, counted from 0. */
  | { readonly kind: 'line'; readonly line: number }
  /** What is found in the file. */
  | { readonly kind: 'file' }
  /** What is found at this pointer and below, and what is about the operations there. */
  | { readonly kind: 'subtree'; readonly pointer: string };
