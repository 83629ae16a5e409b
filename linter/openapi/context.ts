import type { SyntaxNode } from '../syntax/node.ts';
import { child, type Place, type Reference } from '../workspace/place.ts';
import { type BrokenReference, type Resolution, Resolver, targetAt } from '../workspace/resolver.ts';
import type { Session } from '../workspace/session.ts';
import type { Response } from './model.ts';
import type { ParameterObject } from './parameters.ts';
import { TargetMemo } from './target-memo.ts';
import type { VersionTraits } from './versions.ts';

/** What the parts of the model are read with: the version's traits, references, and those that broke. */
export interface ReadContext {
  readonly traits: VersionTraits;
  /** What was found behind references up to now. */
  readonly known: KnownTargets;
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
}

/** What references lead to: the same ones stand at many operations. */
export interface KnownTargets {
  readonly responses: TargetMemo<Response>;
  readonly parameters: TargetMemo<ParameterObject>;
}

/** A context that collects broken references into `broken`, each text once. */
export function readContext(session: Session, traits: VersionTraits, broken: Map<SyntaxNode, BrokenReference>): ReadContext {
  const resolver = new Resolver(session);
  const note = (reference: BrokenReference) => broken.set(reference.reference.node, reference);
  return {
    traits,
    known: { responses: new TargetMemo(resolver), parameters: new TargetMemo(resolver) },
    resolve(place) {
      if (targetAt(place) === undefined) return place;
      const resolution = resolver.resolve(place);
      if (resolution.state === 'broken') note(resolution.broken);
      return resolution.state === 'found' ? resolution.place : undefined;
    },
    resolveQuietly(place) {
      if (targetAt(place) === undefined) return place;
      const resolution = resolver.resolve(place);
      return resolution.state === 'found' ? resolution.place : undefined;
    },
    hop(place) {
      const resolution = resolver.hop(place);
      return resolution.state === 'found' ? resolution.place : undefined;
    },
    reject({ via }, expected) {
      const reference = via.at(-1);
      if (reference) note({ reference, problem: { kind: 'other', expected } });
    },
    follow(reference) {
      const first = resolver.follow(reference);
      return first.state === 'found' ? resolver.resolve(first.place) : first;
    },
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
