import type { SourceFile } from './source-file.ts';
import { hasScheme, normaliseUri } from './uri.ts';
import { type FileState, isReadable, type Workspace } from './workspace.ts';

/** One look at the workspace: remembers which files it was asked for and in which state they were. */
export class Session {
  readonly #workspace: Workspace;
  readonly #seen = new Map<string, FileState>();
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
    if (isReadable(state)) this.#noteSelf(state);
    return state;
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
    }
    return this.#missing.size === 0;
  }

  #noteSelf(file: SourceFile): void {
    if (!file.text.includes('$self')) return;
    const { root } = file.tree;
    const self = root?.kind === 'map' ? root.get('$self')?.value : undefined;
    if (self?.kind === 'scalar' && typeof self.value === 'string') this.#bySelf.set(selfName(self.value.split('#', 1)[0] ?? ''), file);
  }
}

/** Absolute URIs are compared in their normal form, relative ones as they are written. */
function selfName(uri: string): string {
  return hasScheme(uri) ? normaliseUri(uri) : uri;
}
