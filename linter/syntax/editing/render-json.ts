import type { TextStyle } from '../node.ts';
import type { NewMap, NewValue } from './render.ts';
import { isShort } from './short.ts';

/** The lines of entries in JSON, the first without indentation, the others relative to it. */
export function jsonLines(entries: NewMap, style: TextStyle): readonly string[] {
  return withCommas(Object.entries(entries).map(([key, value]) => entryLines(key, value, style)));
}

/** The lines of a value in JSON, the first without indentation, the others relative to it. */
export function jsonValueLines(value: NewValue, style: TextStyle): readonly string[] {
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  const oneLine = jsonOnOneLine(value, style);
  if (isShort(value, oneLine, style)) return [oneLine];
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => jsonValueLines(item, style))
    : Object.entries(value).map(([key, each]) => entryLines(key, each, style));
  const inner = withCommas(parts).map((line) => style.unit + line);
  return isList ? ['[', ...inner, ']'] : ['{', ...inner, '}'];
}

function entryLines(key: string, value: NewValue, style: TextStyle): readonly string[] {
  const [first = '', ...others] = jsonValueLines(value, style);
  return [named(key, first, style), ...others];
}

function named(key: string, text: string, { spacedColons }: TextStyle): string {
  return `${JSON.stringify(key)}${spacedColons ? ' :' : ':'} ${text}`;
}

function withCommas(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.flatMap((lines, index) => (index < parts.length - 1 ? [...lines.slice(0, -1), `${lines.at(-1)},`] : lines));
}

/** A JSON value on one line; blanks within its brackets where the text has them. */
export function jsonOnOneLine(value: NewValue, style: TextStyle): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return bracketed(
      '[',
      value.map((item) => jsonOnOneLine(item, style)),
      ']',
      style.paddedLists,
    );
  return bracketed('{', [jsonEntriesOnOneLine(value as NewMap, style)].filter(Boolean), '}', style.padded);
}

/** Entries on one line, without braces. */
export function jsonEntriesOnOneLine(entries: NewMap, style: TextStyle): string {
  return Object.entries(entries)
    .map(([key, value]) => named(key, jsonOnOneLine(value, style), style))
    .join(', ');
}

/** Parts between brackets, with blanks within these where they are padded. */
export function bracketed(open: string, parts: readonly string[], close: string, isPadded: boolean): string {
  const blank = isPadded && parts.length > 0 ? ' ' : '';
  return open + blank + parts.join(', ') + blank + close;
}

/** Entries without any blank, as minified JSON has them. */
export function jsonCompact(entries: NewMap): string {
  return JSON.stringify(entries).slice(1, -1);
}
