import type { SyntaxNode } from '../syntax/node.ts';
import { memo } from '../text/memo.ts';
import { PairMap } from '../text/pair-map.ts';
import type { FileProblem } from './file-system.ts';
import { child, type Place, type Reference, rootPlace, step, stringAt } from './place.ts';
import { fragmentKeys } from './pointer.ts';
import type { Session } from './session.ts';
import type { SourceFile } from './source-file.ts';
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

/** A file, and what a URI fragment names in it. */
export interface Address {
  readonly file: SourceFile;
  readonly fragment: string;
}

type FoundFile =
  | { readonly state: 'found'; readonly file: SourceFile }
  | { readonly state: 'broken'; readonly problem: ReferenceProblem }
  | { readonly state: 'loading' };

/** Where references lead: a place that is no reference, a broken one, or (`loading`) a file that isn't there yet. */
export type Resolution =
  | { readonly state: 'found'; readonly place: Place }
  | { readonly state: 'broken'; readonly broken: BrokenReference }
  | { readonly state: 'loading' };

/** So many references are followed for one place, those on the way to a target included. */
const mostSteps = 100;

/** What is left of `mostSteps`; shared by everything that one resolution does. */
interface Budget {
  left: number;
}

/** Follows `$ref`s: local, into other files, chained, through references on the way. */
export class Resolver {
  readonly #session: Session;
  /** By the folder of the file that has a reference, and the path that it names. */
  readonly #uris = new PairMap<string, string, string>();
  readonly #selfOf = memo(selfOf);

  constructor(session: Session) {
    this.#session = session;
  }

  /** The place itself, or where its `$ref` leads in the end. */
  resolve(place: Place): Resolution {
    return this.#resolve(place, { left: mostSteps });
  }

  /** One reference further: the place itself when it is none. */
  hop(place: Place): Resolution {
    const reference = referenceAt(place);
    return reference ? this.#follow(reference, [...place.via, reference], { left: mostSteps }) : { state: 'found', place };
  }

  /** Where a URI reference in `reference.target` leads, itself not followed further. */
  follow(reference: Reference): Resolution {
    return this.#follow(reference, [reference], { left: mostSteps });
  }

  /** What the text of a reference names in a file, without following it; undefined when the file that it names is not there. */
  address(from: SourceFile, target: string): Address | undefined {
    if (target.trim() === '') return undefined;
    const { path, fragment } = splitTarget(target);
    const found = this.#file(from, path);
    return found.state === 'found' ? { file: found.file, fragment } : undefined;
  }

  #resolve(place: Place, budget: Budget): Resolution {
    const followed: Reference[] = [];
    let current = place;
    for (;;) {
      const reference = referenceAt(current);
      if (!reference) return { state: 'found', place: current };
      const before = followed.findIndex((earlier) => earlier.node === reference.node);
      if (before >= 0) return broken(firstInText(followed.slice(before), reference), { kind: 'cycle' });
      followed.push(reference);
      const next = this.#follow(reference, [...current.via, reference], budget);
      if (next.state !== 'found') return next;
      current = next.place;
    }
  }

  #follow(reference: Reference, via: readonly Reference[], budget: Budget): Resolution {
    if (budget.left-- <= 0) return broken(reference, { kind: 'cycle' });
    if (reference.target.trim() === '') return broken(reference, { kind: 'malformed', detail: 'nothing is named' });
    const { path, fragment } = splitTarget(reference.target);
    const keys = fragmentKeys(fragment);
    if (!keys) return broken(reference, { kind: 'malformed', detail: 'what follows # is no JSON pointer' });
    const file = this.#file(reference.file, path);
    if (file.state === 'loading') return file;
    if (file.state === 'broken') return broken(reference, file.problem);
    const root = rootPlace(file.file, via);
    if (!root) return broken(reference, { kind: 'target', uri: file.file.uri, key: '' });
    return this.#walk(reference, root, keys, budget);
  }

  #walk(reference: Reference, root: Place, keys: readonly string[], budget: Budget): Resolution {
    let place = root;
    for (const key of keys) {
      let next = step(place, key);
      // Some point through a reference: `#/paths/~1pets/get/responses` where `get` is `{$ref: …}`.
      if (!next && referenceAt(place)) {
        const through = this.#resolve(place, budget);
        if (through.state !== 'found') return through;
        next = step(through.place, key);
      }
      if (!next) return broken(reference, { kind: 'target', uri: place.file.uri, key });
      place = next;
    }
    return { state: 'found', place };
  }

  /** The file that a path stands for in another file. */
  #file(from: SourceFile, path: string): FoundFile {
    if (path === '') return { state: 'found', file: from };
    const own = this.#session.fileWithSelf(path) ?? (hasScheme(path) ? undefined : this.#fileBesideSelf(from, path));
    if (own) return { state: 'found', file: own };
    if (isRemote(path)) return { state: 'broken', problem: { kind: 'remote' } };
    const uri = this.#uriOf(from, path);
    if (uri === undefined) return { state: 'broken', problem: { kind: 'malformed', detail: 'the percent-encoding is wrong' } };
    if (uri === from.uri) return { state: 'found', file: from };
    const state = this.#session.file(uri);
    if (!state) return { state: 'loading' };
    if (isReadable(state)) return { state: 'found', file: state };
    return { state: 'broken', problem: { kind: 'file', uri, problem: state.problem, detail: state.detail } };
  }

  /** The same files name the same paths again and again, and so do others beside them. */
  #uriOf({ uri }: SourceFile, path: string): string | undefined {
    // A query belongs to one file alone.
    if (uri.includes('?')) return resolveUri(uri, path);
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    const known = this.#uris.get(folder, path);
    if (known !== undefined) return known;
    const resolved = resolveUri(uri, path);
    if (resolved !== undefined && !path.startsWith('?')) this.#uris.set(folder, path, resolved);
    return resolved;
  }

  /** The file whose `$self` a relative reference names when it is read against its own file's `$self`. */
  #fileBesideSelf(file: SourceFile, path: string): SourceFile | undefined {
    const self = this.#selfOf(file);
    const uri = self && hasScheme(self) ? resolveUri(self, path) : undefined;
    return uri === undefined ? undefined : this.#session.fileWithSelf(uri);
  }
}

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
  return targetOf(node);
}

/** The text of the reference that a node is; undefined when it is none. */
export function targetOf(node: SyntaxNode): string | undefined {
  const value = node.kind === 'map' ? node.get('$ref')?.value : undefined;
  return value?.kind === 'scalar' ? value.text : undefined;
}

/** The parts of a reference's text before and behind `#`. */
function splitTarget(target: string): { readonly path: string; readonly fragment: string } {
  const hash = target.indexOf('#');
  return hash < 0 ? { path: target, fragment: '' } : { path: target.slice(0, hash), fragment: target.slice(hash + 1) };
}

/** Of the references in a circle always the same one, wherever it was entered. */
function firstInText(circle: readonly Reference[], otherwise: Reference): Reference {
  const before = (a: Reference, b: Reference) =>
    a.file.uri === b.file.uri ? a.node.range.start < b.node.range.start : a.file.uri < b.file.uri;
  return circle.reduce((first, next) => (before(next, first) ? next : first), otherwise);
}

function selfOf(file: SourceFile): string | undefined {
  if (!file.text.includes('$self')) return undefined;
  const root = rootPlace(file);
  return root && stringAt(child(root, '$self'));
}

function broken(reference: Reference, problem: ReferenceProblem): { state: 'broken'; broken: BrokenReference } {
  return { state: 'broken', broken: { reference, problem } };
}
