import { basename, dirname } from 'node:path';
import { type ChokidarOptions, type FSWatcher, watch } from 'chokidar';
import { neverSearched } from '../targets/find-files.ts';

/** For so many milliseconds nothing must change before it is told: editors and tools write several files, and some of them twice. */
const rest = 80;

/** Files and folders that are looked after. */
export interface Changes {
  /** Fulfilled with the paths that changed, came or went since it was last asked, as soon as there are any and all is quiet. */
  next(): Promise<ReadonlySet<string>>;
  /** Looks after the folders of these files, too; fulfilled when nothing more can be missed. */
  alsoBeside(paths: readonly string[]): Promise<void>;
  /** Looks after nothing any more. */
  stop(): void;
}

/** Looks after these files and folders, but not after the files that the program writes itself; fulfilled when nothing more can be missed. */
export async function changesOf(paths: readonly string[], written: ReadonlySet<string>): Promise<Changes> {
  const gathered = new Gathered(written);
  const beside = new Set<string>();
  const watchers = [await lookAfter(paths, gathered)];
  return {
    next: () => gathered.next(),
    async alsoBeside(files) {
      const folders = [...new Set(files.map((file) => dirname(file)))].filter((folder) => !beside.has(folder));
      for (const folder of folders) beside.add(folder);
      // What lies deeper in a folder that is only searched for a file, such as a configuration, is of no interest.
      if (folders.length > 0) watchers.push(await lookAfter(folders, gathered, { depth: 0 }));
    },
    stop: () => {
      for (const watcher of watchers) void watcher.close();
    },
  };
}

async function lookAfter(paths: readonly string[], gathered: Gathered, options: ChokidarOptions = {}): Promise<FSWatcher> {
  const watcher = watch([...paths], { ...options, ignoreInitial: true, ignored: isIgnored });
  watcher.on('all', (_, path) => gathered.add(path));
  // A folder that can't be watched any more is no reason to end: what is in it is only heard of less.
  watcher.on('error', () => undefined);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
}

/** Files that can matter: texts, and what decides which of them are found. */
const mayMatter = /(?:\.(?:ya?ml|json)|^\.gitignore)$/i;

function isIgnored(path: string, stats?: { isFile(): boolean }): boolean {
  const name = basename(path);
  return neverSearched.has(name) || (stats?.isFile() === true && !mayMatter.test(name));
}

/** Gathers paths until nothing has come for a while. */
class Gathered {
  readonly #except: ReadonlySet<string>;
  #paths = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isQuiet = false;
  #tell: () => void = () => undefined;

  constructor(except: ReadonlySet<string>) {
    this.#except = except;
  }

  add(path: string): void {
    if (this.#except.has(path)) return;
    this.#paths.add(path);
    this.#isQuiet = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isQuiet = true;
      this.#tell();
    }, rest);
  }

  async next(): Promise<ReadonlySet<string>> {
    while (!this.#isQuiet) {
      await new Promise<void>((resolve) => {
        this.#tell = resolve;
      });
    }
    const paths = this.#paths;
    this.#paths = new Set();
    this.#isQuiet = false;
    return paths;
  }
}
