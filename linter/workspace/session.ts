import { type SourceFile, selfOf } from './source-file.ts';
import { hasScheme, normaliseUri } from './uri.ts';
import { type FileState, isReadable, type Workspace } from './workspace.ts';

/** One look at the workspace: remembers which files it was asked for and in which state they were. */
export class Session {
  readonly #workspace: Workspace;
  readonly #seen = new Map<string, FileState>();
  /** The revisions that readable files had. */
  readonly #revisions = new Map<string, number>();
  readonly #missing = new Set<string>();
  readonly #bySelf = new Map<string, SourceFile>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The file's state, the same for the whole session; undefined while it is being loaded. */
  file(uri: string): FileState | undefined {
    const seen = this.#seen.get(uri);
    if (seen) return seen;
    const state = this.#workspace.state(uri);
    if (!state) {
      this.#missing.add(uri);
      return undefined;
    }
    this.#seen.set(uri, state);
    if (isReadable(state)) {
      this.#revisions.set(uri, state.revision);
      this.#noteSelf(state);
    }
    return state;
  }

  /** True when surely nothing is at a URI; what is found out does not count as seen. */
  lacks(uri: string): boolean {
    const state = this.#workspace.state(uri);
    if (!state) this.#missing.add(uri);
    return state !== undefined && !isReadable(state) && state.problem === 'missing';
  }

  /** The file seen so far whose `$self` is this URI (OAS 3.2 §4.1.2.2.1). */
  fileWithSelf(uri: string): SourceFile | undefined {
    return this.#bySelf.get(selfName(uri));
  }

  /** Everything that was asked for and is known. */
  get files(): ReadonlyMap<string, FileState> {
    return this.#seen;
  }

  /** URIs that were asked for and are still being loaded. */
  get missing(): ReadonlySet<string> {
    return this.#missing;
  }

  /** True as long as every file is as it was seen. Files that may have changed are read again for it. */
  isCurrent(): boolean {
    for (const [uri, state] of this.#seen) {
      if (this.#workspace.state(uri) !== state) return false;
      if (isReadable(state) && state.revision !== this.#revisions.get(uri)) return false;
    }
    return this.#missing.size === 0;
  }

  /** True when a text that was seen has been edited since: then its nodes may be gone, or stand elsewhere. */
  get isPast(): boolean {
    for (const [uri, revision] of this.#revisions) {
      const state = this.#seen.get(uri);
      if (isReadable(state) && state.revision !== revision) return true;
    }
    return false;
  }

  /** Another look at the same workspace, which has seen nothing yet. */
  fork(): Session {
    return new Session(this.#workspace);
  }

  /** True when files are known by names that they give themselves: then what a reference leads to depends on all of them. */
  get knowsSelf(): boolean {
    return this.#bySelf.size > 0;
  }

  #noteSelf(file: SourceFile): void {
    const self = selfOf(file);
    if (self !== undefined) this.#bySelf.set(selfName(self.split('#', 1)[0] ?? ''), file);
  }
}

/** Absolute URIs are compared in their normal form, relative ones as they are written. */
function selfName(uri: string): string {
  return hasScheme(uri) ? normaliseUri(uri) : uri;
}
