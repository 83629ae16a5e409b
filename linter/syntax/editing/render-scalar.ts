import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { TextStyle } from '../node.ts';
import { isPrintable } from '../scalars/quoting.ts';

/** What is no map and no list. */
type ScalarValue = string | number | boolean | null;

/** What of a text's style matters for a scalar. */
type ScalarStyle = Pick<TextStyle, 'singleQuote' | 'quotedStrings' | 'references'>;

/** A scalar on one line, as it stands between brackets; `key` when it is the value of one. */
export function flowScalar(value: ScalarValue, style: ScalarStyle, key?: string): string {
  const document = new Document([value], { flow: true });
  quote(document, style, key, (text) => isPrintable(text));
  return printed(document, style).slice(1, -1);
}

/** The lines of a scalar behind a key or a dash in block style: more than one for a text that has several. */
export function blockScalarLines(value: ScalarValue, style: ScalarStyle, key?: string): readonly string[] {
  const document = new Document([value]);
  quote(document, style, key, (text) => isPrintable(text.replaceAll('\n', '')));
  const [first = '', ...others] = printed(document, style).split('\n');
  return [first, ...others].map((line) => line.slice('- '.length));
}

/** A key as it stands in block style. */
export function keyInBlock(key: string, style: ScalarStyle): string {
  const document = new Document({ [key]: null });
  const name = isMap(document.contents) ? document.contents.items[0]?.key : undefined;
  if (isScalar(name) && !isPrintable(key)) name.type = 'QUOTE_DOUBLE';
  return printed(document, style).replace(/: null$/, '');
}

/** A key in the quotes of the key that it replaces. */
export function keyText(key: string, quotes: 'plain' | 'single' | 'double'): string {
  if (quotes === 'double') return JSON.stringify(key);
  if (quotes === 'single') return `'${key.replaceAll("'", "''")}'`;
  // What is clear between brackets is clear everywhere.
  return flowScalar(key, keyStyle);
}

const keyStyle: ScalarStyle = {
  singleQuote: true,
  quotedStrings: undefined,
  references: { quotes: undefined, alwaysQuoted: false, dotted: true, inBraces: false },
};

/** Gives the only item of a list the quotes that the text would; double ones when only these can hold it. */
function quote({ contents }: Document, style: ScalarStyle, key: string | undefined, fits: (text: string) => boolean): void {
  const scalar = isSeq(contents) ? contents.items[0] : undefined;
  if (!isScalar(scalar) || typeof scalar.value !== 'string') return;
  const quotes = fits(scalar.value) ? quotesFor(scalar.value, style, key) : 'double';
  if (quotes) scalar.type = quotes === 'single' ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
}

/** The quotes that a string has in any case; undefined where it has them only when it needs them. */
function quotesFor(
  value: string,
  { singleQuote, quotedStrings, references }: ScalarStyle,
  key: string | undefined,
): 'single' | 'double' | undefined {
  if (key === '$ref') {
    // A plain scalar can't start with `#`.
    const isQuoted = references.alwaysQuoted || value.startsWith('#');
    return isQuoted ? (references.quotes ?? (singleQuote ? 'single' : 'double')) : undefined;
  }
  if (value.includes('\n')) return undefined;
  return quotedStrings === 'double' && value.includes('"') ? 'single' : quotedStrings;
}

function printed(document: Document, { singleQuote }: ScalarStyle): string {
  return document
    .toString({
      lineWidth: 0,
      // `false` would forbid single quotes altogether.
      singleQuote: singleQuote || null,
      flowCollectionPadding: false,
      doubleQuotedMinMultiLineLength: Infinity,
    })
    .replace(/\n$/, '');
}
