import { Document, isMap, isScalar, isSeq, type ToStringOptions, visit } from 'yaml';
import type { SyntaxTree, TextStyle } from '../node.ts';
import { isPrintable } from '../scalars/quoting.ts';

/** A value that a fix writes. Keys keep their order. */
export type NewValue = string | number | boolean | null | readonly NewValue[] | { readonly [key: string]: NewValue };

/** A map that a fix writes. */
export type NewMap = Readonly<Record<string, NewValue>>;

/** The lines of entries or items in YAML's block style, the first without indentation, the others relative to it. */
export function blockLines(entries: NewMap | readonly NewValue[], style: TextStyle): readonly string[] {
  const known = rendered.get(style) ?? new Map<string, readonly string[]>();
  rendered.set(style, known);
  const name = JSON.stringify(entries);
  const lines = known.get(name) ?? yamlText(entries, style).split('\n');
  known.set(name, lines);
  return lines;
}

/** Fixes write the same into one text again and again: its lines are kept for as long as its style is. */
const rendered = new WeakMap<TextStyle, Map<string, readonly string[]>>();

/** What of a text's style matters for a value on one line. */
type WrittenStyle = Pick<TextStyle, 'singleQuote' | 'padded' | 'requirementsInBrackets' | 'references'>;

const keyStyle: WrittenStyle = {
  singleQuote: true,
  padded: false,
  requirementsInBrackets: false,
  references: { quotes: undefined, alwaysQuoted: false, dotted: true, inBraces: false },
};

/** Entries on one line, as YAML's flow style has them within braces. */
export function flowText(entries: NewMap, style: WrittenStyle): string {
  const document = yamlDocument(entries, style);
  keepOnOneLine(document);
  if (isMap(document.contents)) document.contents.flow = true;
  return document
    .toString(oneLine(style))
    .replace(/\n$/, '')
    .slice(1, -1)
    .replace(style.padded ? /^ | $/g : '', '');
}

function oneLine(style: WrittenStyle): ToStringOptions {
  return {
    lineWidth: 0,
    singleQuote: preferred(style),
    flowCollectionPadding: style.padded,
    doubleQuotedMinMultiLineLength: Infinity,
  };
}

/** Strings of several lines, and such as only double quotes can hold, get these. */
function keepOnOneLine(document: Document): void {
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && !isPrintable(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
}

/** A value on one line, as YAML has it behind a key or a dash; `isInBrackets` when that stands in flow style. */
export function valueText(value: NewValue, style: WrittenStyle, isInBrackets: boolean): string {
  const document = yamlDocument([value], style);
  keepOnOneLine(document);
  visit(document, {
    Collection: (key, collection) => {
      collection.flow = key !== null || isInBrackets;
    },
  });
  return document
    .toString(oneLine(style))
    .replace(/^(?:- |\[)/, '')
    .replace(isInBrackets ? /\]\n$/ : /\n$/, '');
}

/** The text of a file that holds nothing but a value, in the style of another one of the same format. */
export function documentText({ format, text, style }: Pick<SyntaxTree, 'format' | 'text' | 'style'>, value: NewValue): string {
  const start = format === 'yaml' && /^---[ \t]*\r?\n/.test(text) ? ['---'] : [];
  const lines = format === 'json' ? jsonValueLines(value, style) : yamlText(value, style).split('\n');
  return [...start, ...lines].map((line) => line + style.lineEnd).join('');
}

/** The lines of entries in JSON, the first without indentation, the others relative to it. */
export function jsonLines(entries: NewMap, style: TextStyle): readonly string[] {
  const colon = style.spacedColons ? ' :' : ':';
  const texts = Object.entries(entries).map(([key, value]) => `${JSON.stringify(key)}${colon} ${jsonValueLines(value, style).join('\n')}`);
  return texts.join(',\n').split('\n');
}

/** The lines of a value in JSON, the first without indentation, the others relative to it. */
export function jsonValueLines(value: NewValue, { unit, spacedColons, padded, references }: TextStyle): readonly string[] {
  const text = JSON.stringify(value, null, unit);
  const spaced = spacedColons ? text.replace(/^(\s*"(?:[^"\\\n]|\\.)*"):/gm, '$1 :') : text;
  const braced = references.inBraces ? spaced.replace(loneReference, padded ? '{ $1 }' : '{$1}') : spaced;
  return braced.split('\n');
}

/** A map of nothing but a reference, over three lines. */
const loneReference = /\{\n\s*("\$ref" ?: "(?:[^"\\\n]|\\.)*")\n\s*\}/g;

/** The lines of a JSON value on one line; blanks within the brackets where the text has them. */
export function jsonOnOneLine(lines: readonly string[], { padded }: TextStyle): string {
  const trimmed = lines.map((line) => line.trim());
  return trimmed.reduce((text, line) => text + (!padded && (/[{[]$/.test(text) || /^[}\]]/.test(line)) ? '' : ' ') + line);
}

/** Entries without any blank, as minified JSON has them. */
export function jsonCompact(entries: NewMap): string {
  return JSON.stringify(entries).slice(1, -1);
}

/** A key in the quotes of the key that it replaces. */
export function keyText(key: string, quotes: 'plain' | 'single' | 'double'): string {
  if (quotes === 'double') return JSON.stringify(key);
  if (quotes === 'single') return `'${key.replaceAll("'", "''")}'`;
  // What is clear between braces is clear everywhere.
  return flowText({ [key]: null }, keyStyle).replace(/: null$/, '');
}

/** `false` would forbid single quotes altogether. */
function preferred({ singleQuote }: WrittenStyle): true | null {
  return singleQuote || null;
}

function yamlText(value: NewValue, style: TextStyle): string {
  // A tab can't indent YAML: the unit counts as columns.
  const { unit, indentedLists } = style;
  return yamlDocument(value, style)
    .toString({
      lineWidth: 0,
      indent: unit.length,
      indentSeq: indentedLists,
      singleQuote: preferred(style),
      flowCollectionPadding: style.padded,
    })
    .replace(/\n$/, '');
}

function yamlDocument(value: NewValue, { singleQuote, requirementsInBrackets, references }: WrittenStyle): Document {
  const document = new Document(value);
  const quotes = references.quotes ?? (singleQuote ? 'single' : 'double');
  visit(document, {
    Map(_, map) {
      if (references.inBraces && map.items.length === 1 && map.has('$ref')) map.flow = true;
    },
    Pair(_, { key, value: target }) {
      if (!isScalar(key)) return;
      if (requirementsInBrackets && key.value === 'security' && isSeq(target)) target.flow = true;
      if (key.value !== '$ref' || !isScalar(target)) return;
      // A plain scalar can't start with `#`.
      if (references.alwaysQuoted || String(target.value).startsWith('#'))
        target.type = quotes === 'single' ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
    },
  });
  return document;
}
