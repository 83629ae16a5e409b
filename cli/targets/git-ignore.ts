import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isInside } from '../files/boundary.ts';

/** The rules of one folder's .gitignore. */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Knows what the .gitignore files of a folder, of those above it and of those below it leave out. */
export class GitIgnore {
  readonly #top: string;
  readonly #layers = new Map<string, readonly Layer[]>();
  readonly #ignoredFolders = new Map<string, boolean>();

  /** `top` is the highest folder whose .gitignore counts: the root of the repository. */
  constructor(top: string) {
    this.#top = top;
  }

  /** True when git would leave the path out, because of itself or of a folder that holds it. */
  ignores(path: string, isFolder: boolean): boolean {
    // What lies in an ignored folder can't be taken back in (gitignore(5)).
    return this.#ignoresFolder(dirname(path)) || this.#matches(path, isFolder);
  }

  #ignoresFolder(folder: string): boolean {
    if (folder === this.#top || !isInside(folder, this.#top)) return false;
    let ignored = this.#ignoredFolders.get(folder);
    if (ignored === undefined) {
      ignored = this.ignores(folder, true);
      this.#ignoredFolders.set(folder, ignored);
    }
    return ignored;
  }

  #matches(path: string, isFolder: boolean): boolean {
    for (const { folder, rules } of this.#layersOf(dirname(path))) {
      const { ignored, unignored } = rules.test(relative(folder, path).replaceAll(sep, '/') + (isFolder ? '/' : ''));
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  /** The rules that hold in a folder, the nearest first: they stand before those of the folders above. */
  #layersOf(folder: string): readonly Layer[] {
    if (!isInside(folder, this.#top)) return [];
    const known = this.#layers.get(folder);
    if (known) return known;
    const own = rulesOf(folder);
    const above = folder === this.#top ? [] : this.#layersOf(dirname(folder));
    const layers = own ? [{ folder, rules: own }, ...above] : above;
    this.#layers.set(folder, layers);
    return layers;
  }
}

function rulesOf(folder: string): Ignore | undefined {
  try {
    return ignore({ ignorecase: false }).add(readFileSync(join(folder, '.gitignore'), 'utf8'));
  } catch {
    return undefined;
  }
}
