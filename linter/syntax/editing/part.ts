import type { MapEntry, SequenceNode, SyntaxNode } from '../node.ts';
import { isMissing } from './insertion.ts';
import { lineStartOf } from './lines.ts';
import { endOfEntry, endOfValue } from './own-text.ts';

/** The text of an entry or an item. */
export interface Part {
  /** Where it starts: its key; for the item of a list in block style its dash. Undefined where something else stands before the item. */
  readonly start: number | undefined;
  /** Where its value ends; behind the line end for a block scalar that keeps its trailing blank lines. */
  readonly end: number;
  /** The value that its text ends with; undefined when that is missing or an alias. */
  readonly value: SyntaxNode | undefined;
}

/** One part of a collection, and those beside it. */
export interface PartAmong {
  readonly before: Part | undefined;
  readonly part: Part;
  readonly next: Part | undefined;
}

/** The part of an entry of a map. */
export function entryPart(text: string, entry: MapEntry): Part {
  const { keyNode, alias, value } = entry;
  return { start: keyNode.range.start, end: endOfEntry(text, entry), value: alias || isMissing(value) ? undefined : value };
}

/** The part of the item with this index; undefined when there is none. */
export function itemPart(text: string, sequence: SequenceNode, index: number): Part | undefined {
  const item = sequence.items()[index];
  if (!item) return undefined;
  const alias = sequence.aliasAt(index);
  const range = alias ?? item.range;
  return {
    start: sequence.style === 'flow' ? range.start : dashBefore(text, range.start),
    end: alias ? alias.end : endOfValue(text, item),
    value: alias ? undefined : item,
  };
}

function dashBefore(text: string, offset: number): number | undefined {
  const lineStart = lineStartOf(text, offset);
  const before = text.slice(lineStart, offset).trimEnd();
  return before.endsWith('-') ? lineStart + before.length - 1 : undefined;
}
