import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { lazy } from '../../text/lazy.ts';
import type { Range } from '../../text/range.ts';
import { MapIndexes } from '../map-index.ts';
import type { CollectionStyle, MapEntry, MapNode, ScalarNode, ScalarStyle, SequenceNode, SyntaxNode } from '../node.ts';
import { missingScalar, Placed, PlacedScalar } from '../placed.ts';
import type { Segment } from '../segment.ts';

export type YamlPair = Pair<Node | null, Node | null>;

/** Makes our nodes from those of `yaml`, each at most once, when it is asked for. */
export class YamlReader {
  readonly #document: Document.Parsed;
  readonly #source: string;
  readonly #segment: Segment;
  readonly #shift: number;
  readonly #made = new Map<Node, SyntaxNode>();
  readonly #indexes = new MapIndexes();
  #anchors: ReadonlyMap<string, readonly Node[]> | undefined;

  /** `shift` is what must be added to the document's offsets to make them the segment's. */
  constructor(document: Document.Parsed, source: string, segment: Segment, shift: number) {
    this.#document = document;
    this.#source = source;
    this.#segment = segment;
    this.#shift = shift;
  }

  node(source: Node): SyntaxNode {
    const target = this.#behindAlias(source);
    let made = this.#made.get(target ?? source);
    if (!made) {
      made = target ? this.#make(target) : this.#missing(startOf(source));
      this.#made.set(target ?? source, made);
    }
    return made;
  }

  /** The entry that a pair stands for; none when its key is no scalar. */
  entry({ key, value }: YamlPair): MapEntry[] {
    const keyNode = key === null ? this.#missing(value ? startOf(value) : 0) : this.node(key);
    if (keyNode.kind !== 'scalar') return [];
    const made = lazy(() => (value ? this.node(value) : missingScalar(this.#segment, keyNode.range.end - this.#segment.offset)));
    const alias = value && isAlias(value) ? new Stretch(this.#segment, ...this.#offsets(value)) : undefined;
    return [
      {
        key: keyNode.text,
        keyNode,
        get value() {
          return made();
        },
        get alias() {
          return alias?.range;
        },
        merged: false,
      },
    ];
  }

  #make(source: Node): SyntaxNode {
    if (isMap<Node | null, Node | null>(source)) return this.#map(source);
    if (isSeq<Node>(source)) return this.#sequence(source);
    return this.#scalar(source as Scalar);
  }

  #map(source: YAMLMap<Node | null, Node | null>): MapNode {
    const written = lazy(() => source.items.flatMap((pair) => this.entry(pair)));
    return new YamlMapNode(this.#segment, this.#collectionOffsets(source), styleOf(source), written, this.#indexes.of(written));
  }

  #sequence(source: YAMLSeq<Node>): SequenceNode {
    const items = lazy(() => source.items.map((item) => this.node(item)));
    const aliasAt = (index: number): Range | undefined => {
      const item = source.items[index];
      return isAlias(item) ? new Stretch(this.#segment, ...this.#offsets(item)).range : undefined;
    };
    return new YamlSequenceNode(this.#segment, this.#collectionOffsets(source), styleOf(source), items, aliasAt);
  }

  #scalar(source: Scalar): ScalarNode {
    const { value } = source;
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    const style = scalarStyles.get(source.type ?? '') ?? 'plain';
    // A plain scalar's text is what is written (`401`, `1e3`), not what it means; a multi-line one is folded by the parser.
    const text = typeof value === 'string' ? value : (source.source ?? this.#source.slice(startOf(source), endOf(source)));
    return new PlacedScalar(this.#segment, ...this.#offsets(source), style, known, text);
  }

  #missing(at: number): ScalarNode {
    return missingScalar(this.#segment, at + this.#shift);
  }

  #offsets(node: Node): [start: number, end: number] {
    return [startOf(node) + this.#shift, endOf(node) + this.#shift];
  }

  /** A flow collection's brackets; a block collection from its first key to the end of its last value. */
  #collectionOffsets(source: YAMLMap | YAMLSeq): [start: number, end: number] {
    const [start, end] = this.#offsets(source);
    if (source.flow) return [start, end];
    const last = blockEnd(source);
    return [start, Math.min(end, Math.max(start, last === undefined ? end : last + this.#shift))];
  }

  #behindAlias(source: Node): Node | undefined {
    let node: Node | undefined = source;
    while (node && isAlias(node)) node = this.#anchored(node);
    return node;
  }

  /** The last node before the alias that has its anchor. */
  #anchored(alias: Alias): Node | undefined {
    this.#anchors ??= anchorsOf(this.#document);
    return this.#anchors.get(alias.source)?.findLast((node) => startOf(node) < startOf(alias));
  }
}

/** A stretch of text that moves with its segment. */
class Stretch extends Placed {}

class YamlMapNode extends Placed implements MapNode {
  readonly kind = 'map';
  readonly style: CollectionStyle;
  readonly written: () => readonly MapEntry[];
  readonly #index: () => ReadonlyMap<string, MapEntry>;

  constructor(
    segment: Segment,
    [start, end]: readonly [number, number],
    style: CollectionStyle,
    written: () => readonly MapEntry[],
    index: () => ReadonlyMap<string, MapEntry>,
  ) {
    super(segment, start, end);
    this.style = style;
    this.written = written;
    this.#index = index;
  }

  get(key: string): MapEntry | undefined {
    return this.#index().get(key);
  }

  entries(): readonly MapEntry[] {
    return [...this.#index().values()];
  }
}

class YamlSequenceNode extends Placed implements SequenceNode {
  readonly kind = 'sequence';
  readonly style: CollectionStyle;
  readonly items: () => readonly SyntaxNode[];
  readonly aliasAt: (index: number) => Range | undefined;

  constructor(
    segment: Segment,
    [start, end]: readonly [number, number],
    style: CollectionStyle,
    items: () => readonly SyntaxNode[],
    aliasAt: (index: number) => Range | undefined,
  ) {
    super(segment, start, end);
    this.style = style;
    this.items = items;
    this.aliasAt = aliasAt;
  }
}

const scalarStyles: ReadonlyMap<string, ScalarStyle> = new Map([
  ['PLAIN', 'plain'],
  ['QUOTE_SINGLE', 'single'],
  ['QUOTE_DOUBLE', 'double'],
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
]);

function anchorsOf(document: Document.Parsed): ReadonlyMap<string, readonly Node[]> {
  const anchors = new Map<string, Node[]>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || !node.anchor) return;
      const named = anchors.get(node.anchor);
      if (named) named.push(node);
      else anchors.set(node.anchor, [node]);
    },
  });
  return anchors;
}

function styleOf({ flow }: YAMLMap | YAMLSeq): CollectionStyle {
  return flow ? 'flow' : 'block';
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

/** Where the last value in block style ends; of one that is missing its key. */
function blockEnd(source: YAMLMap | YAMLSeq): number | undefined {
  let node: Node | null | undefined = source;
  while (node && (isMap(node) || isSeq(node)) && !node.flow) {
    const last: unknown = node.items.at(-1);
    node = isMap(node) ? lastNode(last as YamlPair | undefined) : (last as Node | undefined);
  }
  return node?.range?.[1] ?? undefined;
}

function lastNode(pair: YamlPair | undefined): Node | null | undefined {
  return pair?.value && endOf(pair.value) > startOf(pair.value) ? pair.value : (pair?.key ?? pair?.value);
}

/** Where an entry of a map in block style ends. */
export function pairEnd(pair: YamlPair): number | undefined {
  const node = lastNode(pair);
  return node && (isMap(node) || isSeq(node)) && !node.flow ? blockEnd(node) : (node?.range?.[1] ?? undefined);
}
