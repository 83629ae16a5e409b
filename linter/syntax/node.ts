import type { TextChange } from '../text/change.ts';
import type { Range } from '../text/range.ts';

/**
 * A positioned value of a YAML or JSON text. Ranges exclude anchors, tags and comments. The same object always stands for the same
 * text; where that stands may change as the tree is edited, so that ranges are read when they are needed and not kept.
 */
export type SyntaxNode = MapNode | SequenceNode | ScalarNode;

/** How a collection is written: YAML by indentation, or with brackets (all of JSON, and YAML's flow style). */
export type CollectionStyle = 'block' | 'flow';

export interface MapNode {
  readonly kind: 'map';
  readonly style: CollectionStyle;
  readonly range: Range;
  /** The entry with this key, own before merged (`<<`), of duplicates the last; undefined when there is none. */
  get(key: string): MapEntry | undefined;
  /** Every key once, in text order, followed by those that merge keys bring. */
  entries(): readonly MapEntry[];
  /** The map's own entries as written: merge keys and earlier duplicates included, merged entries not. */
  written(): readonly MapEntry[];
}

export interface MapEntry {
  /** The key's text as a string: `401` and `"401"` are both `401`. */
  readonly key: string;
  readonly keyNode: ScalarNode;
  /** The value; where the text has none, a null scalar with an empty range. Aliases are followed. */
  readonly value: SyntaxNode;
  /** Where the alias (`*name`) stands, when the value is behind one. */
  readonly alias: Range | undefined;
  /** True when the entry was brought by a merge key: its text stands in another map. */
  readonly merged: boolean;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly style: CollectionStyle;
  readonly range: Range;
  /** The items in order; aliases are followed. */
  items(): readonly SyntaxNode[];
  /** Where the alias (`*name`) stands, when the item with this index is behind one. */
  aliasAt(index: number): Range | undefined;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly range: Range;
  /** The value by YAML 1.2's core schema or JSON. */
  readonly value: string | number | boolean | null;
  /** The value as text: `401` for both `401` and `"401"`; empty for a missing value. */
  readonly text: string;
}

/** A comment, without its marks (`#`, `//`). */
export interface Comment {
  readonly range: Range;
  readonly text: string;
}

/** A mistake in the text that a strict parser refuses. */
export interface SyntaxProblem {
  readonly message: string;
  readonly range: Range;
}

export type Format = 'yaml' | 'json';

/** What a parser makes of a text. */
export interface ParsedText extends Pick<SyntaxTree, 'root' | 'problems' | 'comments'> {
  /** The same of the text after a change, as `SyntaxTree.edited`; undefined when nothing can be taken over. */
  edited?(text: string, change: TextChange): ParsedText | undefined;
}

/** The habits of a text that new lines take over. */
export interface TextStyle {
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** What one level of indentation is: blanks, in JSON perhaps a tab. */
  readonly unit: string;
  /** The quotes that strings have in YAML. */
  readonly singleQuote: boolean;
  /** False where the dashes of YAML's lists stand below their key, not further in. */
  readonly indentedLists: boolean;
  /** The dash of YAML's lists with the blanks behind it. */
  readonly dash: string;
  /** The quotes that strings have in YAML also where they need none; undefined where most have none. */
  readonly quotedStrings: 'single' | 'double' | undefined;
  /** True where there are blanks within the braces of a map on one line. */
  readonly padded: boolean;
  /** The same for the brackets of a list. */
  readonly paddedLists: boolean;
  /** True where most maps that hold nothing but scalars stand on one line. */
  readonly shortOnOneLine: boolean;
  /** True where JSON's colons have a blank before them, too. */
  readonly spacedColons: boolean;
  /** True where YAML's security requirements stand between brackets, `security: [{…}]`. */
  readonly requirementsInBrackets: boolean;
  readonly references: ReferenceStyle;
}

/** How a text writes its `$ref`s. */
export interface ReferenceStyle {
  /** The quotes that they have in YAML; undefined when there is none, or as many of both. */
  readonly quotes: 'single' | 'double' | undefined;
  /** True when YAML's references into other files stand in quotes, which they need not. */
  readonly alwaysQuoted: boolean;
  /** True for `./pets.yaml`, false for `pets.yaml`. */
  readonly dotted: boolean;
  /** True when most stand between braces on one line, `{$ref: …}`. */
  readonly inBraces: boolean;
}

/** A text as a tree; wherever the text is broken, what could be read of it. */
export interface SyntaxTree {
  readonly format: Format;
  readonly text: string;
  /** Undefined when the text is empty or nothing of it could be read. */
  readonly root: SyntaxNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** All comments in text order. */
  comments(): readonly Comment[];
  /** The habits that new lines take over. */
  readonly style: TextStyle;
  /**
   * The tree of the text after a change. It takes over the nodes of all that the change leaves alone, which stand where the new text
   * has them from then on: this tree and its other nodes must not be used any more.
   */
  edited(text: string, change: TextChange): SyntaxTree;
}
