import type { FileProblem } from './file-system.ts';
import { type Place, placeVia, type Reference, rootPlace, step } from './place.ts';
import { fragmentKeys } from './pointer.ts';
import type { Session } from './session.ts';
import { type SourceFile, selfOf } from './source-file.ts';
import { type Base, noteRead, type Outcome, type Reads, type Target, Targets } from './targets.ts';
import { hasScheme, isRemote, resolveUri } from './uri.ts';
import { isReadable } from './workspace.ts';

/** Why a reference leads nowhere. */
export type ReferenceProblem =
  | { readonly kind: 'remote' }
  | { readonly kind: 'cycle' }
  | { readonly kind: 'malformed'; readonly detail: string }
  /** What it leads to is no `expected`. */
  | { readonly kind: 'other'; readonly expected: string }
  | { readonly kind: 'file'; readonly uri: string; readonly problem: FileProblem; readonly detail: string | undefined }
  /** The file is there, the target in it not: `key` is the first step that fails. */
  | { readonly kind: 'target'; readonly uri: string; readonly key: string };

export interface BrokenReference {
  readonly reference: Reference;
  readonly problem: ReferenceProblem;
}

/** Where references lead: a place that is no reference, a broken one, or (`loading`) a file that isn't there yet. */
export type Resolution =
  | { readonly state: 'found'; readonly place: Place }
  | { readonly state: 'broken'; readonly broken: BrokenReference }
  | { readonly state: 'loading' };

/** So many references are followed for one place, those on the way to a target included. */
const mostSteps = 100;

/** One resolution: how many references it may still follow, and for whom. */
interface Errand {
  left: number;
  readonly reads: Reads;
}

/**
 * Follows `$ref`s: local, into other files, chained, through references on the way. What was read for it is noted in `reads`. It may
 * outlive the session that it began with.
 */
export class Resolver {
  readonly #targets = new Targets();
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Goes on in another session; what is remembered is to be reviewed then. */
  visit(session: Session): void {
    this.#session = session;
  }

  /** Looks again where everything leads that is remembered. True when some of it leads elsewhere: that is stale then. */
  review(): boolean {
    const session = this.#session;
    // What is found stale is not looked at any more: the session is not to see files for it.
    this.#session = session.fork();
    const anyStale = this.#targets.review((file, text) => this.#lookUp(file, text));
    this.#session = session;
    return anyStale;
  }

  /** Has the session see the files of all that is remembered. */
  seeFiles(): void {
    for (const { outcome } of this.#targets.all()) {
      if ('place' in outcome) this.#session.file(outcome.place.file.uri);
      else if ('uri' in outcome.problem) this.#session.file(outcome.problem.uri);
    }
  }

  /** What was read for somebody who is gone is not looked at any more. */
  release(reads: Reads): void {
    this.#targets.release(reads);
  }

  /** The place itself, or where its `$ref` leads in the end. */
  resolve(place: Place, reads: Reads): Resolution {
    return this.#resolve(place, { left: mostSteps, reads });
  }

  /** One reference further: the place itself when it is none. */
  hop(place: Place, reads: Reads): Resolution {
    const reference = referenceAt(place);
    return reference ? this.#follow(reference, [...place.via, reference], { left: mostSteps, reads }) : { state: 'found', place };
  }

  /** Where a URI reference in `reference.target` leads, itself not followed further. */
  follow(reference: Reference, reads: Reads): Resolution {
    return this.#follow(reference, [reference], { left: mostSteps, reads });
  }

  /** The file that the text of a reference in a file names; undefined when it can't be had, or isn't there yet. */
  fileNamed(from: SourceFile, text: string): SourceFile | undefined {
    const named = this.#file(from, text.split('#', 1)[0] ?? '');
    return 'file' in named ? named.file : undefined;
  }

  /** What the reference that a place is leads to first; undefined when it is none, and when that takes other references. */
  targetOf(place: Place): Target | undefined {
    const text = targetAt(place);
    return text === undefined ? undefined : this.#target(place.file, text);
  }

  #target(file: SourceFile, text: string): Target | undefined {
    const base = this.#baseOf(file, text);
    const known = this.#targets.find(base, text);
    if (known) return known;
    const outcome = this.#lookUp(file, text);
    return outcome && this.#targets.add(base, file, text, outcome);
  }

  /** Files in one folder mean the same by a path, unless they give themselves other names; a query belongs to one file alone. */
  #baseOf(file: SourceFile, text: string): Base {
    const { uri } = file;
    return /^[#?]/.test(text) || this.#session.knowsSelf || uri.includes('?') ? file : uri.slice(0, uri.lastIndexOf('/') + 1);
  }

  #resolve(place: Place, errand: Errand): Resolution {
    let reference = referenceAt(place);
    if (!reference) return { state: 'found', place };
    const followed: Reference[] = [];
    let current = place;
    for (; reference; reference = referenceAt(current)) {
      const { node } = reference;
      const before = followed.findIndex((earlier) => earlier.node === node);
      if (before >= 0) return broken(firstInText(followed.slice(before), reference), { kind: 'cycle' });
      followed.push(reference);
      const next = this.#follow(reference, [...current.via, reference], errand);
      if (next.state !== 'found') return next;
      current = next.place;
    }
    return { state: 'found', place: current };
  }

  #follow(reference: Reference, via: readonly Reference[], errand: Errand): Resolution {
    if (errand.left-- <= 0) return broken(reference, { kind: 'cycle' });
    const target = this.#target(reference.file, reference.target);
    if (!target) {
      errand.reads.isVolatile = true;
      return this.#walkThrough(reference, via, errand);
    }
    noteRead(errand.reads, target);
    const { outcome } = target;
    return 'place' in outcome ? { state: 'found', place: placeVia(outcome.place, via) } : broken(reference, outcome.problem);
  }

  /** Where a text leads that stands in a file; undefined when that takes other references, or a file that isn't there yet. */
  #lookUp(from: SourceFile, text: string): Outcome | undefined {
    const destination = this.#destination(from, text);
    if (!('keys' in destination)) return 'problem' in destination ? destination : undefined;
    const { file, keys } = destination;
    let place = rootPlace(file);
    if (!place) return { problem: { kind: 'target', uri: file.uri, key: '' } };
    for (const key of keys) {
      const next = step(place, key);
      if (!next) return referenceAt(place) ? undefined : { problem: { kind: 'target', uri: file.uri, key } };
      place = next;
    }
    return { place };
  }

  /** The same along a way that goes through references: `#/paths/~1pets/get/responses` where `get` is `{$ref: …}`. */
  #walkThrough(reference: Reference, via: readonly Reference[], errand: Errand): Resolution {
    const destination = this.#destination(reference.file, reference.target);
    if (!('keys' in destination)) return 'problem' in destination ? broken(reference, destination.problem) : { state: 'loading' };
    let place = rootPlace(destination.file, via);
    for (const key of destination.keys) {
      let next = place && step(place, key);
      if (!next && place && referenceAt(place)) {
        const through = this.#resolve(place, errand);
        if (through.state !== 'found') return through;
        next = step(through.place, key);
      }
      if (!next) return broken(reference, { kind: 'target', uri: (place?.file ?? destination.file).uri, key });
      place = next;
    }
    return place ? { state: 'found', place } : broken(reference, { kind: 'target', uri: destination.file.uri, key: '' });
  }

  #destination(from: SourceFile, text: string): Destination {
    if (text.trim() === '') return { problem: { kind: 'malformed', detail: 'nothing is named' } };
    const hash = text.indexOf('#');
    const keys = fragmentKeys(hash < 0 ? '' : text.slice(hash + 1));
    if (!keys) return { problem: { kind: 'malformed', detail: 'what follows # is no JSON pointer' } };
    const file = this.#file(from, hash < 0 ? text : text.slice(0, hash));
    return 'file' in file ? { ...file, keys } : file;
  }

  #file(from: SourceFile, path: string): { readonly file: SourceFile } | Exclude<Destination, { keys: unknown }> {
    if (path === '') return { file: from };
    const own = this.#session.fileWithSelf(path) ?? (hasScheme(path) ? undefined : this.#fileBesideSelf(from, path));
    if (own) return { file: own };
    if (isRemote(path)) return { problem: { kind: 'remote' } };
    const uri = resolveUri(from.uri, path);
    if (uri === undefined) return { problem: { kind: 'malformed', detail: 'the percent-encoding is wrong' } };
    const state = this.#session.file(uri);
    if (!state) return { state: 'loading' };
    return isReadable(state) ? { file: state } : { problem: { kind: 'file', uri, problem: state.problem, detail: state.detail } };
  }

  /** The file whose `$self` a relative reference names when it is read against its own file's `$self`. */
  #fileBesideSelf(file: SourceFile, path: string): SourceFile | undefined {
    const self = selfOf(file);
    const uri = self && hasScheme(self) ? resolveUri(self, path) : undefined;
    return uri === undefined ? undefined : this.#session.fileWithSelf(uri);
  }
}

/** What the text of a reference names: keys in a file. */
type Destination =
  | { readonly file: SourceFile; readonly keys: readonly string[] }
  | { readonly problem: ReferenceProblem }
  | { readonly state: 'loading' };

/** The reference that a place is; undefined when it has no `$ref`. What is no string (half-typed: nothing) is read as its text. */
export function referenceAt(place: Place): Reference | undefined {
  const { node } = place;
  const entry = node.kind === 'map' ? node.get('$ref') : undefined;
  if (entry?.value.kind !== 'scalar') return undefined;
  const { value, keyNode } = entry;
  const isMissing = value.range.start === value.range.end;
  return { file: place.file, pointer: place.pointer, target: value.text, node: isMissing ? keyNode : value };
}

/** The text of the reference that a place is; undefined when it is none. */
export function targetAt({ node }: Place): string | undefined {
  const value = node.kind === 'map' ? node.get('$ref')?.value : undefined;
  return value?.kind === 'scalar' ? value.text : undefined;
}

/** Of the references in a circle always the same one, wherever it was entered. */
function firstInText(circle: readonly Reference[], otherwise: Reference): Reference {
  const before = (a: Reference, b: Reference) =>
    a.file.uri === b.file.uri ? a.node.range.start < b.node.range.start : a.file.uri < b.file.uri;
  return circle.reduce((first, next) => (before(next, first) ? next : first), otherwise);
}

function broken(reference: Reference, problem: ReferenceProblem): { state: 'broken'; broken: BrokenReference } {
  return { state: 'broken', broken: { reference, problem } };
}
