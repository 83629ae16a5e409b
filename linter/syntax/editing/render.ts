import type { SyntaxTree, TextStyle } from '../node.ts';
import { bracketed, jsonValueLines } from './render-json.ts';
import { blockScalarLines, flowScalar, keyInBlock } from './render-scalar.ts';
import { isShort } from './short.ts';

/** A value that a fix writes. Keys keep their order. */
export type NewValue = string | number | boolean | null | readonly NewValue[] | { readonly [key: string]: NewValue };

/** A map that a fix writes. */
export type NewMap = Readonly<Record<string, NewValue>>;

/** The lines of entries or items in YAML's block style, the first without indentation, the others relative to it. */
export function blockLines(entries: NewMap | readonly NewValue[], style: TextStyle): readonly string[] {
  const known = rendered.get(style) ?? new Map<string, readonly string[]>();
  rendered.set(style, known);
  const name = JSON.stringify(entries);
  const lines = known.get(name) ?? (isList(entries) ? entries.flatMap((item) => itemLines(item, style)) : entriesLines(entries, style));
  known.set(name, lines);
  return lines;
}

/** Fixes write the same into one text again and again: its lines are kept for as long as its style is. */
const rendered = new WeakMap<TextStyle, Map<string, readonly string[]>>();

function entriesLines(entries: NewMap, style: TextStyle): readonly string[] {
  return Object.entries(entries).flatMap(([key, value]) => entryLines(key, value, style));
}

function entryLines(key: string, value: NewValue, style: TextStyle): readonly string[] {
  const name = `${keyInBlock(key, style)}:`;
  if (!isCollection(value)) {
    const [first = '', ...others] = blockScalarLines(value, style, key);
    return [`${name} ${first}`, ...indented(others, style.unit)];
  }
  if (standsBeside(key, value, style)) return [`${name} ${flowValue(value, style)}`];
  const indent = isList(value) && !style.indentedLists ? '' : columns(style);
  return [name, ...indented(blockLines(value, style), indent)];
}

function itemLines(value: NewValue, style: TextStyle): readonly string[] {
  const [first = '', ...others] = valueLines(value, style);
  return [style.dash + first, ...indented(others, ' '.repeat(style.dash.length))];
}

function valueLines(value: NewValue, style: TextStyle): readonly string[] {
  if (!isCollection(value)) return blockScalarLines(value, style);
  return Object.keys(value).length === 0 ? [flowValue(value, style)] : blockLines(value, style);
}

/** True for a value that stands on the line of its key, between brackets. */
export function standsBeside(key: string, value: NewValue, style: TextStyle): boolean {
  if (!isCollection(value) || Object.keys(value).length === 0) return true;
  return isList(value) ? key === 'security' && style.requirementsInBrackets : isShort(value, flowValue(value, style), style);
}

/** A tab can't indent YAML: a unit counts as columns. */
function columns({ unit }: TextStyle): string {
  return ' '.repeat(unit.length);
}

function indented(lines: readonly string[], indent: string): readonly string[] {
  return lines.map((line) => (line === '' ? '' : indent + line));
}

/** Entries on one line, as YAML's flow style has them within braces. */
export function flowText(entries: NewMap, style: TextStyle): string {
  return flowEntries(entries, style).join(', ');
}

function flowEntries(entries: NewMap, style: TextStyle): readonly string[] {
  return Object.entries(entries).map(
    ([key, value]) => `${flowScalar(key, style)}: ${isCollection(value) ? flowValue(value, style) : flowScalar(value, style, key)}`,
  );
}

function flowValue(value: NewValue, style: TextStyle): string {
  if (!isCollection(value)) return flowScalar(value, style);
  if (!isList(value)) return bracketed('{', flowEntries(value, style), '}', style.padded);
  return bracketed(
    '[',
    value.map((item) => flowValue(item, style)),
    ']',
    style.paddedLists,
  );
}

/** A value on one line, as YAML has it behind a key or a dash; `isInBrackets` when that stands in flow style. */
export function valueText(value: NewValue, style: TextStyle, isInBrackets: boolean): string {
  if (isInBrackets || isCollection(value)) return flowValue(value, style);
  const [line = '', ...others] = blockScalarLines(value, style);
  return others.length === 0 ? line : flowScalar(value, style);
}

/** The text of a file that holds nothing but a value, in the style of another one of the same format. */
export function documentText({ format, text, style }: Pick<SyntaxTree, 'format' | 'text' | 'style'>, value: NewValue): string {
  const start = format === 'yaml' && /^---[ \t]*\r?\n/.test(text) ? ['---'] : [];
  const lines = format === 'json' ? jsonValueLines(value, style) : valueLines(value, style);
  return [...start, ...lines].map((line) => line + style.lineEnd).join('');
}

function isCollection(value: NewValue): value is readonly NewValue[] | NewMap {
  return typeof value === 'object' && value !== null;
}

function isList(value: readonly NewValue[] | NewMap): value is readonly NewValue[] {
  return Array.isArray(value);
}
