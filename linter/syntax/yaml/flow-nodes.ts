import type { MapEntry, MapNode, SequenceNode, SyntaxNode } from '../node.ts';
import { Placed } from '../placed.ts';
import type { Segment } from '../segment.ts';
import { EntryFinder } from './entry-finder.ts';
import { behindBlanks, flowScalarEnd } from './line-grammar.ts';
import { type Source, scalarIn } from './scalar-nodes.ts';

/** The list or map in brackets that starts at an offset (the segment's): one for which `flowEnd` found an end. */
export function flowNode(source: Source, segment: Segment, start: number): MapNode | SequenceNode {
  return new FlowReader(source, segment, start).collection();
}

/** Reads what `flowEnd` accepts, from left to right. */
class FlowReader {
  readonly #source: Source;
  readonly #segment: Segment;
  /** In the text as it is now. */
  #at: number;

  constructor(source: Source, segment: Segment, start: number) {
    this.#source = source;
    this.#segment = segment;
    this.#at = start + segment.offset;
  }

  collection(): MapNode | SequenceNode {
    const { text } = this.#source;
    const start = this.#at;
    const isMap = text[start] === '{';
    const entries: MapEntry[] = [];
    const items: SyntaxNode[] = [];
    this.#at = behindBlanks(text, start + 1);
    // A text that is not what it was when the brackets were found may have no end.
    while (this.#at >= 0 && this.#at < text.length && text[this.#at] !== ']' && text[this.#at] !== '}') {
      if (isMap) entries.push(this.#entry());
      else items.push(this.#value());
      this.#at = behindBlanks(text, this.#at);
      if (text[this.#at] === ',') this.#at = behindBlanks(text, this.#at + 1);
    }
    this.#at++;
    const { offset } = this.#segment;
    return isMap
      ? new FlowMap(this.#segment, start - offset, this.#at - offset, entries)
      : new FlowList(this.#segment, start - offset, this.#at - offset, items);
  }

  #entry(): MapEntry {
    const keyNode = this.#scalar();
    const colon = behindBlanks(this.#source.text, this.#at);
    this.#at = behindBlanks(this.#source.text, colon + 1);
    return { key: keyNode.text, keyNode, value: this.#value(), alias: undefined, merged: false };
  }

  #value(): SyntaxNode {
    const first = this.#source.text[this.#at];
    return first === '[' || first === '{' ? this.collection() : this.#scalar();
  }

  #scalar() {
    const start = this.#at;
    const { text } = this.#source;
    this.#at = Math.max(flowScalarEnd(text, start), start + 1);
    const { offset } = this.#segment;
    const style = text[start] === '"' ? 'double' : text[start] === "'" ? 'single' : 'plain';
    return scalarIn(this.#source, this.#segment, start - offset, this.#at - offset, style);
  }
}

class FlowMap extends Placed implements MapNode {
  readonly kind = 'map';
  readonly style = 'flow';
  readonly #written: readonly MapEntry[];
  readonly #finder: EntryFinder;

  constructor(segment: Segment, start: number, end: number, written: readonly MapEntry[]) {
    super(segment, start, end);
    this.#written = written;
    this.#finder = new EntryFinder(() => written);
  }

  get(key: string): MapEntry | undefined {
    return this.#finder.get(key);
  }

  entries(): readonly MapEntry[] {
    return this.#finder.entries();
  }

  written(): readonly MapEntry[] {
    return this.#written;
  }
}

class FlowList extends Placed implements SequenceNode {
  readonly kind = 'sequence';
  readonly style = 'flow';
  readonly #items: readonly SyntaxNode[];

  constructor(segment: Segment, start: number, end: number, items: readonly SyntaxNode[]) {
    super(segment, start, end);
    this.#items = items;
  }

  items(): readonly SyntaxNode[] {
    return this.#items;
  }

  aliasAt(): undefined {
    return undefined;
  }
}
