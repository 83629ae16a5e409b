import type { MapEntry, MapNode, SyntaxNode } from '../syntax/node.ts';
import type { Range } from '../text/range.ts';
import { appendKey, pointerKeys } from './pointer.ts';
import type { SourceFile } from './source-file.ts';

/** A `$ref` that was followed. */
export interface Reference {
  readonly file: SourceFile;
  /** RFC 6901, of the object that holds the `$ref`. */
  readonly pointer: string;
  /** The reference's text, as written. */
  readonly target: string;
  /** The scalar that says so; of a `$ref` without a value its key. */
  readonly node: SyntaxNode;
}

/** A node with all that is known of where it stands. */
export interface Place {
  readonly file: SourceFile;
  readonly node: SyntaxNode;
  /** RFC 6901, into that file. */
  readonly pointer: string;
  /** The map entry whose value the node is; undefined for a root and for the items of a sequence. */
  readonly entry: MapEntry | undefined;
  /** The references that led here, the outermost first. */
  readonly via: readonly Reference[];
}

/** A place whose node is a map. */
export type MapPlace = Place & { readonly node: MapNode };

/** The place of a file's root; undefined when nothing of the text could be read. */
export function rootPlace(file: SourceFile, via: readonly Reference[] = []): Place | undefined {
  const { root } = file.tree;
  return root && { file, node: root, pointer: '', entry: undefined, via };
}

/** A place for a file of which nothing could be read: an empty scalar at its start. */
export function emptyPlace(file: SourceFile): Place {
  const node: SyntaxNode = { kind: 'scalar', style: 'plain', range: { start: 0, end: 0 }, value: null, text: '' };
  return { file, node, pointer: '', entry: undefined, via: [] };
}

/** The place of an entry of `parent`. */
export function entryPlace(parent: Place, entry: MapEntry): Place {
  return new EntryPlace(parent, entry);
}

/** Most places are never reported, and of many nobody asks for the value: both are looked up when they are needed. */
class EntryPlace implements Place {
  readonly file: SourceFile;
  readonly entry: MapEntry;
  readonly via: readonly Reference[];
  readonly #above: string;
  #pointer: string | undefined;

  constructor(parent: Place, entry: MapEntry) {
    this.file = parent.file;
    this.entry = entry;
    this.via = parent.via;
    // Not the place itself, which would keep a map that may long be replaced.
    this.#above = parent.pointer;
  }

  get node(): SyntaxNode {
    return this.entry.value;
  }

  get pointer(): string {
    this.#pointer ??= appendKey(this.#above, this.entry.key);
    return this.#pointer;
  }
}

class ItemPlace implements Place {
  readonly file: SourceFile;
  readonly node: SyntaxNode;
  readonly entry = undefined;
  readonly via: readonly Reference[];
  readonly #above: string;
  readonly #index: number;

  constructor(parent: Place, node: SyntaxNode, index: number) {
    this.file = parent.file;
    this.node = node;
    this.via = parent.via;
    this.#above = parent.pointer;
    this.#index = index;
  }

  get pointer(): string {
    return appendKey(this.#above, this.#index);
  }
}

/** The same place, reached by other references. */
export function placeVia({ file, node, pointer, entry }: Place, via: readonly Reference[]): Place {
  return { file, node, pointer, entry, via };
}

/** The value with this key in a map; undefined when the node is no map or has no such key. */
export function child(parent: Place, key: string): Place | undefined {
  const { node } = parent;
  if (node.kind !== 'map') return undefined;
  const entry = node.get(key);
  return entry && entryPlace(parent, entry);
}

/** The values of a map, or the items of a sequence; none for a scalar. */
export function children(parent: Place): readonly Place[] {
  const { node } = parent;
  if (node.kind === 'map') return node.entries().map((entry) => entryPlace(parent, entry));
  if (node.kind === 'sequence') return node.items().map((item, index) => new ItemPlace(parent, item, index));
  return [];
}

/** The item of a sequence; undefined when there is none. */
export function item(parent: Place, index: number): Place | undefined {
  const node = parent.node.kind === 'sequence' ? parent.node.items()[index] : undefined;
  return node && new ItemPlace(parent, node, index);
}

/** What one key of a JSON pointer leads to: an entry of a map, or an item of a sequence; undefined when there is none. */
export function step(place: Place, key: string): Place | undefined {
  return place.node.kind === 'sequence' ? (/^(?:0|[1-9][0-9]*)$/.test(key) ? item(place, Number(key)) : undefined) : child(place, key);
}

/** The place at a JSON pointer (RFC 6901); undefined when nothing is there. */
export function placeAt(file: SourceFile, pointer: string): Place | undefined {
  const keys = pointerKeys(pointer);
  return keys?.reduce<Place | undefined>((place, key) => place && step(place, key), rootPlace(file));
}

/** True when the node is a map. */
export function isMap(place: Place | undefined): place is MapPlace {
  return place?.node.kind === 'map';
}

/** The text of a string; undefined when the place has none. */
export function stringAt(place: Place | undefined): string | undefined {
  const node = place?.node;
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** The range to mark for a place: its key, or where it has none its value's first line. */
export function keyRange(place: Place): Range {
  return place.entry ? place.entry.keyNode.range : firstLine(place);
}

/** The node's range, cut at the end of its first line. */
export function firstLine({ file, node: { range } }: Place): Range {
  const lineEnd = file.text.slice(range.start, range.end).search(/[\r\n]/);
  return { start: range.start, end: lineEnd < 0 ? range.end : range.start + lineEnd };
}

/** What stands for the text at a place: the same for two places just when they are the same text, whatever led there. */
export function identity({ node }: Place): SyntaxNode {
  return node;
}

/** The same for what `keyRange` marks: the key of a place, or where it has none its value. */
export function keyIdentity({ entry, node }: Place): SyntaxNode {
  return entry ? entry.keyNode : node;
}
