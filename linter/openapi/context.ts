import type { SyntaxNode } from '../syntax/node.ts';
import { child, type Place, type Reference } from '../workspace/place.ts';
import { type BrokenReference, type Resolution, type Resolver, targetAt } from '../workspace/resolver.ts';
import { areFresh, noReads, type Reads } from '../workspace/targets.ts';
import type { VersionTraits } from './versions.ts';

/** What the parts of the model are read with: the version's traits, references, and those that broke. */
export interface ReadContext {
  readonly traits: VersionTraits;
  /** The place behind all references; undefined when it can't be reached, which is noted. */
  resolve(place: Place): Place | undefined;
  /** The same for what nobody needs to know of: undefined also when it is broken, which is not noted. */
  resolveQuietly(place: Place): Place | undefined;
  /** One reference further; undefined when it leads nowhere, which only `resolve` notes. */
  hop(place: Place): Place | undefined;
  /** Notes that the last reference on the way to a place leads to something that is no `expected`. */
  reject(place: Place, expected: string): void;
  /** Where a URI reference leads, behind all further references; undefined when it leads nowhere. */
  follow(reference: Reference): Resolution;
  /**
   * What is read at a place, for a reference once for all that mean the same: many operations have them. `read` is given the context
   * to read it with; undefined is not remembered.
   */
  shared<T>(kind: SharedKind, place: Place, read: (context: ReadContext) => T | undefined): T | undefined;
}

export type SharedKind = 'response' | 'parameter';

/** What was met while a part of the model was read; lazily read parts add to it later. */
export interface ReadRecord extends Reads {
  /** By the text of the reference. */
  readonly broken: Map<SyntaxNode, BrokenReference>;
  /** The records of what others read, too. */
  readonly shared: Set<ReadRecord>;
}

export function readRecord(): ReadRecord {
  return { ...noReads(), broken: new Map(), shared: new Set() };
}

/** True when what has this record would be read the same again. */
export function isFresh(record: ReadRecord): boolean {
  return areFresh(record) && [...record.shared].every(isFresh);
}

/** True when that can't be told. */
export function isVolatile(record: ReadRecord): boolean {
  return record.isVolatile || [...record.shared].some(isVolatile);
}

/** Reads something for several readers, of which `reader` is one. */
export type Share = <T>(reader: ReadRecord, kind: SharedKind, place: Place, read: (context: ReadContext) => T | undefined) => T | undefined;

/** A context that notes what it meets in a record: broken references once for each text. */
export function readContext(resolver: Resolver, traits: VersionTraits, record: ReadRecord, share: Share): ReadContext {
  const note = (reference: BrokenReference) => record.broken.set(reference.reference.node, reference);
  return {
    traits,
    resolve(place) {
      if (targetAt(place) === undefined) return place;
      const resolution = resolver.resolve(place, record);
      if (resolution.state === 'broken') note(resolution.broken);
      return resolution.state === 'found' ? resolution.place : undefined;
    },
    resolveQuietly(place) {
      if (targetAt(place) === undefined) return place;
      const resolution = resolver.resolve(place, record);
      return resolution.state === 'found' ? resolution.place : undefined;
    },
    hop(place) {
      const resolution = resolver.hop(place, record);
      return resolution.state === 'found' ? resolution.place : undefined;
    },
    reject({ via }, expected) {
      const reference = via.at(-1);
      if (reference) note({ reference, problem: { kind: 'other', expected } });
    },
    follow(reference) {
      const first = resolver.follow(reference, record);
      return first.state === 'found' ? resolver.resolve(first.place, record) : first;
    },
    shared: (kind, place, read) => share(record, kind, place, read),
  };
}

/** A part that may be absent, present, or unreachable behind a reference. */
export interface Part {
  readonly place: Place | undefined;
  readonly known: boolean;
}

/** The value of a field, behind references. */
export function field(context: ReadContext, parent: Place | undefined, key: string): Part {
  const value = parent && child(parent, key);
  if (!value) return { place: undefined, known: true };
  const place = context.resolve(value);
  return { place, known: place !== undefined };
}

/** The value that a path of fields leads to, each behind references. */
export function fieldAt(context: ReadContext, root: Place, keys: readonly string[]): Part {
  let part: Part = { place: root, known: true };
  for (const key of keys) {
    if (!part.place) return part;
    part = field(context, part.place, key);
  }
  return part;
}
