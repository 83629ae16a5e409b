import { columnOf } from './editing/lines.ts';
import type { Format, MapNode, ReferenceStyle, SyntaxNode, TextStyle } from './node.ts';
import { count, quotesOfStrings, writesShortOnOneLine } from './written-values.ts';

/** Habits show early: of a long text so many code units are looked at. */
const sample = 200_000;

/** Reads a text's habits from what is there; an empty text has two blanks and single quotes. */
export function textStyle(whole: string, root: SyntaxNode | undefined, format: Format): TextStyle {
  const text = whole.slice(0, sample);
  const shortOnOneLine = writesShortOnOneLine(text, format);
  return {
    lineEnd: lineEndOf(text),
    unit: format === 'json' || root?.kind !== 'map' || root.style === 'flow' ? bracketUnit(text) : blockUnit(whole, root),
    singleQuote: prefersSingleQuotes(text),
    indentedLists: format === 'json' || indentsLists(text),
    dash: format === 'json' ? '- ' : dashOf(text),
    quotedStrings: format === 'json' ? undefined : quotesOfStrings(text),
    padded: format === 'json' ? /\{ +"/.test(text) : count(text, /[:-] \{ +[^\s{}:]+: /g) > count(text, /[:-] \{[^\s{}:]+: /g),
    spacedColons: format === 'json' && count(text, /" : /g) > count(text, /": /g),
    paddedLists: format === 'json' ? /\[ +["[{]/.test(text) : count(text, /[:-] \[ +[^\s\]]/g) > count(text, /[:-] \[[^\s\]]/g),
    shortOnOneLine,
    requirementsInBrackets: requirementsInBrackets(text) ?? shortOnOneLine,
    references: referenceStyle(text, format),
  };
}

function lineEndOf(text: string): TextStyle['lineEnd'] {
  const feeds = count(text, /\n/g);
  // Alone it ends lines in JSON only: to the YAML parser it is a blank.
  if (feeds === 0 && text.includes('\r')) return '\r';
  return count(text, /\r\n/g) * 2 > feeds ? '\r\n' : '\n';
}

function bracketUnit(text: string): string {
  return /^\uFEFF?[{[][^\S\r\n]*(?:\r\n|[\r\n])([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
}

function blockUnit(text: string, root: MapNode): string {
  for (const { value } of root.written()) {
    if (value.kind !== 'map' || value.style !== 'block') continue;
    const column = columnOf(text, value.range.start);
    if (column > 0) return ' '.repeat(column);
  }
  return '  ';
}

/** What more lists do; without any they are indented. */
function indentsLists(text: string): boolean {
  const lists = [...text.matchAll(/^( *)[^\s#-].*:[ \t]*\r?\n( *)- /gm)];
  const indented = lists.filter(([, key = '', dash = '']) => dash.length > key.length).length;
  return indented * 2 >= lists.length;
}

/** What most lists do of maps, which are indented as much. */
function dashOf(text: string): string {
  const wide = count(text, /^ *- {3}(?=[^\s-].*:)/gm);
  return wide > count(text, /^ *- (?=[^\s-].*:)/gm) ? '-   ' : '- ';
}

/** What most security requirements do; undefined where there are none, or as many of both. */
function requirementsInBrackets(text: string): boolean | undefined {
  const inBrackets = count(text, /^[- ]*security: *\[[^\]]/gm);
  const below = count(text, /^[- ]*security:[ \t]*\r?$/gm);
  return inBrackets === below ? undefined : inBrackets > below;
}

function referenceStyle(text: string, format: Format): ReferenceStyle {
  const single = count(text, /\$ref: *'/g);
  const double = count(text, /\$ref: *"/g);
  return {
    quotes: single === double ? undefined : single > double ? 'single' : 'double',
    alwaysQuoted: count(text, /\$ref: *['"](?!#)/g) > count(text, /\$ref: *[^'"\s#]/g),
    inBraces: format === 'json' ? jsonReferencesInBraces(text) : referencesInBraces(text),
    dotted: count(text, /\$ref"?: *['"]?\.\//g) >= count(text, /\$ref"?: *['"]?[\w-]/g),
  };
}

/** What most references do; a text without any has them as its responses are. */
function referencesInBraces(text: string): boolean {
  const all = count(text, /\$ref:/g);
  if (all > 0) return count(text, /\{ *\$ref:/g) * 2 > all;
  return count(text, /^ *(['"]?)[1-5][0-9X]{2}\1: *\{/gm) > count(text, /^ *(['"]?)[1-5][0-9X]{2}\1:[ \t]*\r?$/gm);
}

function jsonReferencesInBraces(text: string): boolean {
  const all = count(text, /"\$ref"/g);
  if (all > 0) return count(text, /\{ *"\$ref"[^\r\n{}]*\}/g) * 2 > all;
  return count(text, /"[1-5][0-9X]{2}" ?: ?\{[^\r\n]*\}/g) > count(text, /"[1-5][0-9X]{2}" ?: ?\{[ \t]*\r?\n/g);
}

/** Status keys decide (`'200':` against `"200":`), without them all strings. */
function prefersSingleQuotes(text: string): boolean {
  const single = count(text, /^[ ]*'[1-5][0-9X]{2}'[ ]*:/gm);
  const double = count(text, /^[ ]*"[1-5][0-9X]{2}"[ ]*:/gm);
  return single === double ? count(text, /[:-] '/g) >= count(text, /[:-] "/g) : single > double;
}
