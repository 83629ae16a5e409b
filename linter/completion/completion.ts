import type { Range } from '../text/range.ts';

/** Something that can be written at a place of a text. */
export interface Completion {
  readonly label: string;
  /** What it replaces, on the cursor's line and around it. */
  readonly range: Range;
  /** The text as it is inserted, its indentation included. */
  readonly text: string;
  /** The part of that text (UTF-16 code units) at which a person goes on, or that they may want to type over; undefined: behind it. */
  readonly selection?: Range;
  /** True for what fits best: it comes first. */
  readonly likely: boolean;
  readonly subject: CompletionSubject;
}

/** What a completion stands for. */
export type CompletionSubject =
  | { readonly kind: 'directive'; readonly reach: 'line' | 'next-line' | 'file' | 'object' }
  | { readonly kind: 'rule'; readonly id: string }
  | SchemeSubject
  /** `{}`: one may go without credentials. */
  | { readonly kind: 'optional' }
  /** `[]`: no credentials are needed. */
  | { readonly kind: 'public' }
  /** A scope that a scheme declares, or with `declared` false one that is used elsewhere for it; a role has none. */
  | { readonly kind: 'scope'; readonly scheme: string; readonly declared: boolean; readonly description: string | undefined }
  /** A response under a status key: by reference to a shared one with this name, or written out. */
  | { readonly kind: 'response'; readonly status: '401' | '403'; readonly reference: string | undefined }
  | { readonly kind: 'header'; readonly reference: boolean }
  /** Whole challenges for these security schemes. */
  | { readonly kind: 'challenge'; readonly schemes: readonly string[] }
  | { readonly kind: 'auth-scheme'; readonly name: string }
  | { readonly kind: 'auth-param'; readonly scheme: string; readonly name: string; readonly required: boolean }
  | { readonly kind: 'param-value'; readonly scheme: string; readonly param: string }
  /** A key or a word of the configuration file, with what it means in Markdown. */
  | { readonly kind: 'setting'; readonly word: 'key' | 'value'; readonly meaning: string };

/** A security scheme that a requirement can name. */
export interface SchemeSubject {
  readonly kind: 'scheme';
  readonly type: string | undefined;
  /** The HTTP authentication scheme, or how an API key is sent: `header X-API-Key`; undefined where there is neither. */
  readonly specifics: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** The URI of the file that defines it. */
  readonly file: string;
}
