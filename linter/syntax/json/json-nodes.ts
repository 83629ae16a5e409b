import type { Range } from '../../text/range.ts';
import type { MapEntry, MapNode, SequenceNode } from '../node.ts';
import { JsonScalar, JsonStretch } from './json-scalar.ts';
import { deepestLevel, JsonSegment } from './json-segment.ts';
import { type Member, membersOf } from './members.ts';
import { readScalar } from './read-scalar.ts';

export type JsonNode = JsonMap | JsonSequence | JsonScalar;

/** Finds entries that an edit left alone, by where they stand now, in UTF-16 code units from the text's start. */
export type KeptEntry = (start: number, end: number) => JsonEntry | undefined;

/** Maps with more entries than this have an index; those of fewer are as quick to look through. */
const mostLookedThrough = 8;

export class JsonMap extends JsonStretch implements MapNode {
  readonly kind = 'map';
  readonly style = 'flow';
  readonly #bracket: number;
  /** True when the entries are segments of their own. */
  readonly #isUpper: boolean;
  #written: readonly JsonEntry[] | undefined;
  #entries: readonly JsonEntry[] | undefined;
  /** The place of each key's last entry among those written. Keys stay when only values change: maps can share it. */
  #index: ReadonlyMap<string, number> | undefined;

  constructor(segment: JsonSegment, start: number, end: number, bracket: number, isUpper: boolean) {
    super(segment, start, end);
    this.#bracket = bracket;
    this.#isUpper = isUpper;
  }

  get(key: string): JsonEntry | undefined {
    const written = this.written();
    if (written.length > mostLookedThrough) return written[this.#places().get(key) ?? -1];
    return written.findLast((entry) => entry.key === key);
  }

  entries(): readonly JsonEntry[] {
    this.#entries ??= this.#hasDuplicates() ? [...this.#places().values()].flatMap((place) => this.written()[place] ?? []) : this.written();
    return this.#entries;
  }

  written(): readonly JsonEntry[] {
    this.#written ??= this.#members().map((member) => this.#entry(member));
    return this.#written;
  }

  /** The entries that are segments. */
  segments(): readonly JsonEntry[] {
    return this.#isUpper ? this.written() : [];
  }

  /** The same, as far as they have been made. */
  madeSegments(): readonly JsonEntry[] {
    return (this.#isUpper && this.#written) || [];
  }

  /** Makes the entries, and takes those that an edit left alone: here, and below the others. To be called before anything is asked. */
  keep(kept: KeptEntry): void {
    if (!this.#isUpper) return;
    const { offset } = this.segment;
    this.#written = this.#members().map((member) => {
      const same = kept(offset + member.keyStart, offset + member.end);
      if (same) return same;
      const entry = this.#entry(member);
      if (entry.value.kind === 'map') entry.value.keep(kept);
      return entry;
    });
  }

  /** The same map after one of its entries was replaced: in another segment, and so much longer (UTF-16 code units). */
  withEntry(segment: JsonSegment, delta: number, before: JsonEntry, after: JsonEntry): JsonMap {
    const map = new JsonMap(segment, this.start, this.end + delta, this.#bracket, this.#isUpper);
    map.#written = this.written().map((entry) => (entry === before ? after : entry));
    map.#index = this.#index;
    return map;
  }

  #hasDuplicates(): boolean {
    const written = this.written();
    if (written.length > mostLookedThrough) return this.#places().size < written.length;
    return written.some(({ key }, place) => written.findIndex((entry) => entry.key === key) < place);
  }

  #members(): readonly Member[] {
    return membersOf(this.segment, this.start, this.#bracket);
  }

  #entry(member: Member): JsonEntry {
    return this.#isUpper ? ownSegment(this.segment, member) : new JsonEntry(this.segment, member, false);
  }

  #places(): ReadonlyMap<string, number> {
    this.#index ??= new Map(this.written().map((entry, place) => [entry.key, place]));
    return this.#index;
  }
}

/** A member of a map on the upper levels, as a segment of its own. */
function ownSegment(outer: JsonSegment, member: Member): JsonEntry {
  const { keyStart, keyEnd, start, end, bracket } = member;
  const { ends, next, first, origin } = outer.brackets();
  const shifted = { ends, next, first: first + bracket, origin: origin + keyStart };
  const segment = new JsonSegment(outer.source, outer.level + 1, outer.offset + keyStart, start - keyStart, shifted);
  const own = { keyStart: 0, keyEnd: keyEnd - keyStart, start: start - keyStart, end: end - keyStart, bracket: 0 };
  return new JsonEntry(segment, own, outer.level + 1 < deepestLevel);
}

export class JsonEntry implements MapEntry {
  readonly alias = undefined;
  readonly merged = false;
  readonly segment: JsonSegment;
  readonly member: Member;
  readonly #hasSegments: boolean;
  #key: string | undefined;
  #keyNode: JsonScalar | undefined;
  #value: JsonNode | undefined;

  /** @param hasSegments whether the entries of the value, if that is a map, are segments of their own */
  constructor(segment: JsonSegment, member: Member, hasSegments: boolean) {
    this.segment = segment;
    this.member = member;
    this.#hasSegments = hasSegments;
  }

  /** From the key to the end of the value. */
  get range(): Range {
    const { offset } = this.segment;
    return { start: offset + this.member.keyStart, end: offset + this.member.end };
  }

  get valueRange(): Range {
    const { offset } = this.segment;
    return { start: offset + this.member.start, end: offset + this.member.end };
  }

  get key(): string {
    const { source, offset } = this.segment;
    this.#key ??= String(readScalar(source.text, offset + this.member.keyStart, offset + this.member.keyEnd));
    return this.#key;
  }

  get keyNode(): JsonScalar {
    this.#keyNode ??= new JsonScalar(this.segment, this.member.keyStart, this.member.keyEnd);
    return this.#keyNode;
  }

  get value(): JsonNode {
    this.#value ??= nodeAt(this.segment, this.member, this.#hasSegments);
    return this.#value;
  }

  /** The value's entries that are segments, as far as they have been made. */
  madeSegments(): readonly JsonEntry[] {
    return this.#value?.kind === 'map' ? this.#value.madeSegments() : [];
  }

  /** The same entry with a value that is to be read afresh in another segment, and so much longer (UTF-16 code units). */
  resized(segment: JsonSegment, delta: number): JsonEntry {
    return new JsonEntry(segment, { ...this.member, end: this.member.end + delta }, this.#hasSegments);
  }

  /** The same entry after one of its value's entries was replaced: in another segment, and so much longer (UTF-16 code units). */
  withEntry(segment: JsonSegment, delta: number, before: JsonEntry, after: JsonEntry): JsonEntry {
    const entry = this.resized(segment, delta);
    const { value } = this;
    if (value.kind === 'map') entry.#value = value.withEntry(segment, delta, before, after);
    return entry;
  }
}

export class JsonSequence extends JsonStretch implements SequenceNode {
  readonly kind = 'sequence';
  readonly style = 'flow';
  readonly #bracket: number;
  #items: readonly JsonNode[] | undefined;

  constructor(segment: JsonSegment, start: number, end: number, bracket: number) {
    super(segment, start, end);
    this.#bracket = bracket;
  }

  items(): readonly JsonNode[] {
    this.#items ??= membersOf(this.segment, this.start, this.#bracket).map((member) => nodeAt(this.segment, member, false));
    return this.#items;
  }

  aliasAt(): undefined {
    return undefined;
  }
}

/** @param hasSegments whether the entries, if it is a map, are segments of their own */
export function nodeAt(segment: JsonSegment, { start, end, bracket }: Member, hasSegments: boolean): JsonNode {
  const first = segment.source.text[segment.offset + start];
  if (first === '{') return new JsonMap(segment, start, end, bracket, hasSegments);
  return first === '[' ? new JsonSequence(segment, start, end, bracket) : new JsonScalar(segment, start, end);
}
