import type { Range } from '../text/range.ts';
import { holdersAround } from './editing/containers.ts';
import { lineStartOf } from './editing/lines.ts';
import type { ScalarNode, SyntaxTree } from './node.ts';
import { readFlowScalar } from './scalars/read-flow-scalar.ts';
import { blockScalars } from './yaml/block-scalars.ts';
import {
  doubleQuotedEnd,
  flowScalarEnd,
  indentationEnd,
  isPlainStart,
  lineFeedFrom,
  plainEnd,
  restOfLine,
  singleQuotedEnd,
} from './yaml/line-grammar.ts';

/** The text of a `$ref` as it is written. */
export interface WrittenReference {
  /** With its quotes. */
  readonly range: Range;
  /** What it says. */
  readonly target: string;
}

/**
 * Every `$ref` of a text, in order. A large tree is not read for it: they are found by how references are nearly always written, and the
 * tree is asked only where one looks unusual. So a line of a text in quotes may be taken for a reference, where that has several.
 */
export function writtenReferences(tree: SyntaxTree): readonly WrittenReference[] {
  return tree.format === 'json' ? referencesInJson(tree) : referencesInYaml(tree);
}

/** The scalar of the `$ref` in whose text or key an offset (UTF-16 code units) is, also behind an alias; undefined where there is none. */
export function referenceScalarAt(tree: SyntaxTree, offset: number): ScalarNode | undefined {
  const holder = holdersAround(tree, offset).at(-1);
  const value = holder && 'entry' in holder && holder.entry.key === '$ref' ? holder.entry.value : undefined;
  return value?.kind === 'scalar' && value.text !== '' ? value : undefined;
}

function referencesInJson(tree: SyntaxTree): readonly WrittenReference[] {
  const { text } = tree;
  const found: WrittenReference[] = [];
  for (let at = text.indexOf('"$ref"'); at >= 0; at = text.indexOf('"$ref"', at + 1)) {
    const start = at + '"$ref"'.length;
    const value = text.charAt(at - 1) === '\\' ? start : behind(/\s*:\s*/y, text, start);
    const reference = value === start ? undefined : quoted(text, value, doubleQuotedEnd(text, value));
    if (reference) found.push(reference);
  }
  return found;
}

function referencesInYaml(tree: SyntaxTree): readonly WrittenReference[] {
  const { text } = tree;
  const found: WrittenReference[] = [];
  let scalars: Iterator<Range> | undefined;
  let scalar: Range | undefined;
  for (let at = text.indexOf('$ref'); at >= 0; at = text.indexOf('$ref', at + 1)) {
    if (!/^\$ref["']?[ \t]*:/.test(text.slice(at, at + mostBlanks))) continue;
    scalars ??= blockScalars(text);
    while (!scalar || scalar.end <= at) {
      const next = scalars.next();
      scalar = next.done ? { start: text.length, end: text.length + 1 } : next.value;
    }
    const reference = at < scalar.start ? (simpleReference(text, at) ?? askedFor(tree, at)) : undefined;
    if (reference) found.push(reference);
  }
  return found;
}

function askedFor(tree: SyntaxTree, at: number): WrittenReference | undefined {
  const scalar = referenceScalarAt(tree, at);
  return scalar && { range: scalar.range, target: scalar.text };
}

/** The colon is looked for this near to the key. */
const mostBlanks = 20;

/** A reference in the form that nearly all have; undefined for what may be a comment, a key of several lines, or what else. */
function simpleReference(text: string, at: number): WrittenReference | undefined {
  const before = text.slice(lineStartOf(text, at), at);
  const isBlock = /^ *(?:- +)*["']?$/.test(before);
  if (!isBlock && (!/[{,] *["']?$/.test(before) || before.includes('#'))) return undefined;
  const colon = behind(/\$ref["']?:[ ]+/y, text, at);
  if (colon === at) return undefined;
  const first = text.charAt(colon);
  if (first === '"' || first === "'") {
    const end = first === '"' ? doubleQuotedEnd(text, colon) : singleQuotedEnd(text, colon);
    return quoted(text, colon, isBlock && end >= 0 && restOfLine(text, end) < 0 ? -1 : end);
  }
  if (!isPlainStart(text, colon)) return undefined;
  const end = isBlock ? plainEnd(text, colon) : flowScalarEnd(text, colon);
  if (end < 0 || (isBlock && goesOn(text, colon, end, before.length))) return undefined;
  return { range: { start: colon, end }, target: text.slice(colon, end) };
}

/** True for a plain text that may have more than stands on its line, or less: between brackets that span lines, a comma ends it. */
function goesOn(text: string, start: number, end: number, column: number): boolean {
  const next = lineFeedFrom(text, end) + 1;
  return /[,}]$/.test(text.slice(start, end)) || indentationEnd(text, next) - next > column;
}

function quoted(text: string, start: number, end: number): WrittenReference | undefined {
  if (end < 0) return undefined;
  const source = text.slice(start, end);
  const target = readFlowScalar(source, source.startsWith('"') ? 'double' : 'single')?.value;
  return target === undefined ? undefined : { range: { start, end }, target };
}

/** The offset behind what a sticky pattern finds at an offset; the offset itself when that is nothing. */
function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
