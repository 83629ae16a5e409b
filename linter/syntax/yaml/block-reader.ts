import { lazy } from '../../text/lazy.ts';
import type { Range } from '../../text/range.ts';
import type { MapEntry, MapNode, ScalarNode, ScalarStyle, SequenceNode, SyntaxNode } from '../node.ts';
import { missingScalar } from '../placed.ts';
import type { Segment } from '../segment.ts';
import { type BlockIndex, shapes } from './block-index.ts';
import { EntryFinder } from './entry-finder.ts';
import { flowNode } from './flow-nodes.ts';
import type { ForeignPiece } from './foreign-piece.ts';
import { type Source, scalarIn } from './scalar-nodes.ts';
import { pairEnd, YamlReader } from './yaml-reader.ts';

/** What was found in lines, and the text that they are in now. */
export interface Lines {
  readonly source: Source;
  readonly index: BlockIndex;
  readonly foreign: readonly ForeignPiece[];
}

/** The entries that a record of a map stands for: one, or those of a foreign stretch. */
export function entriesOf(lines: Lines, segment: Segment, record: number, value?: () => SyntaxNode): readonly MapEntry[] {
  const { index, foreign } = lines;
  if (index.shape(record) !== shapes.foreign)
    return [new BlockEntry(lines, segment, record, value ?? (() => valueIn(lines, segment, record)))];
  const piece = foreign[index.keyEnd(record)];
  if (!piece) return [];
  const reader = new YamlReader(piece.document, piece.source, segment, piece.shift);
  return piece.pairs.flatMap((pair) => reader.entry(pair));
}

class BlockEntry implements MapEntry {
  readonly keyNode: ScalarNode;
  readonly alias = undefined;
  readonly merged = false;
  readonly #value: () => SyntaxNode;

  constructor({ source, index }: Lines, segment: Segment, record: number, value: () => SyntaxNode) {
    const start = index.start(record);
    const first = source.text[start + segment.offset];
    const style = first === '"' ? 'double' : first === "'" ? 'single' : 'plain';
    this.keyNode = scalarIn(source, segment, start, index.keyEnd(record), style);
    this.#value = lazy(value);
  }

  get key(): string {
    return this.keyNode.text;
  }

  get value(): SyntaxNode {
    return this.#value();
  }
}

const scalarStyles: readonly (ScalarStyle | undefined)[] = [undefined, 'plain', 'single', 'double', 'literal', 'folded'];

/** The value of a record that is not foreign. */
function valueIn(lines: Lines, segment: Segment, record: number): SyntaxNode {
  const { source, index } = lines;
  const start = index.valueStart(record);
  switch (index.shape(record)) {
    case shapes.missing:
      return missingScalar(segment, start);
    case shapes.map:
      return new BlockMap(
        lazy(() => childrenOf(lines, segment, record)),
        () => foreignEnd(lines, segment, lastChild(lines, record)),
      );
    case shapes.list:
      return new BlockList(lines, segment, record);
    case shapes.flow:
      return flowNode(source, segment, start);
    default:
      return scalarIn(source, segment, start, index.valueEnd(record), scalarStyles[index.shape(record)] ?? 'plain');
  }
}

function childrenOf(lines: Lines, segment: Segment, record: number): readonly MapEntry[] {
  const { index } = lines;
  const entries: MapEntry[] = [];
  const end = index.next(record);
  for (let child = record + 1; child < end; child = index.next(child)) entries.push(...entriesOf(lines, segment, child));
  return entries;
}

function lastChild({ index }: Lines, record: number): number {
  let last = record + 1;
  for (let next = index.next(last); next < index.next(record); next = index.next(last)) last = next;
  return last;
}

/** Where a stretch ends that the parser has read: some of it may be no entry. Undefined for other records. */
export function foreignEnd({ index, foreign }: Lines, { offset }: Segment, record: number): number | undefined {
  const piece = index.shape(record) === shapes.foreign ? foreign[index.keyEnd(record)] : undefined;
  const last = piece?.pairs.at(-1);
  const end = last && pairEnd(last);
  return piece && end !== undefined ? Math.min(end + piece.shift, piece.mapEnd) + offset : undefined;
}

/** A map in block style: from its first key to the end of its last value. */
export class BlockMap implements MapNode {
  readonly kind = 'map';
  readonly style = 'block';
  readonly written: () => readonly MapEntry[];
  readonly #finder: EntryFinder;
  readonly #foreignEnd: () => number | undefined;

  /** `foreignEnd` is where the map ends when its last lines were read by the parser. */
  constructor(written: () => readonly MapEntry[], foreignEnd: () => number | undefined) {
    this.written = written;
    this.#finder = new EntryFinder(written);
    this.#foreignEnd = foreignEnd;
  }

  get range(): Range {
    const entries = this.written();
    const last = entries[entries.length - 1];
    const start = entries[0]?.keyNode.range.start ?? 0;
    return { start, end: Math.max(start, this.#foreignEnd() ?? (last ? endOf(last) : start)) };
  }

  get(key: string): MapEntry | undefined {
    return this.#finder.get(key);
  }

  entries(): readonly MapEntry[] {
    return this.#finder.entries();
  }
}

/** A missing value has no text. */
function endOf({ keyNode, value }: MapEntry): number {
  const { start, end } = value.range;
  return end > start ? end : keyNode.range.end;
}

/** A list in block style: from its first dash to the end of its last item. */
class BlockList implements SequenceNode {
  readonly kind = 'sequence';
  readonly style = 'block';
  readonly items: () => readonly SyntaxNode[];
  readonly #segment: Segment;
  readonly #start: number;

  constructor(lines: Lines, segment: Segment, record: number) {
    this.#segment = segment;
    this.#start = lines.index.valueStart(record);
    this.items = lazy(() => itemsOf(lines, segment, record));
  }

  get range(): Range {
    const start = this.#start + this.#segment.offset;
    return { start, end: Math.max(start, this.items().at(-1)?.range.end ?? start) };
  }

  aliasAt(): undefined {
    return undefined;
  }
}

function itemsOf(lines: Lines, segment: Segment, record: number): readonly SyntaxNode[] {
  const { index } = lines;
  const items: SyntaxNode[] = [];
  const end = index.next(record);
  for (let item = record + 1; item < end; item = index.next(item)) items.push(valueIn(lines, segment, item));
  return items;
}
