import { dirname } from 'node:path';
import { realPlace } from '../files/boundary.ts';
import { lookAfter } from './look-after.ts';

/** For so many milliseconds nothing must change before it is told: editors and tools write several files, and some of them twice. */
const rest = 80;

/** After so many milliseconds it is told all the same. */
const patience = 1000;

/** So many milliseconds after changes were told, more than a watcher needs to forget some of very many. */
const longRest = 1500;

/** Files and folders that are looked after. */
export interface Changes {
  /**
   * Fulfilled with the paths that changed, came or went since it was last asked, as soon as there are any and all is quiet, or has not been for long. With none
   * when that is long over, once: of thousands of files that come at once some are not heard of, and this is the time to look for them.
   */
  next(): Promise<ReadonlySet<string>>;
  /** Looks after the folders of these files, too; fulfilled when nothing more can be missed. */
  alsoBeside(paths: readonly string[]): Promise<void>;
  /** Looks after nothing any more. */
  stop(): void;
}

/** Looks after these files and folders, but not after the files that the program writes itself; fulfilled when nothing more can be missed. */
export async function changesOf(paths: readonly string[], written: ReadonlySet<string>): Promise<Changes> {
  const gathered = new Gathered();
  // The same file may be reached by links, and become one.
  const hear = (path: string) => {
    if (written.size > 0 && new Set([...written].map(realPlace)).has(realPlace(path))) return;
    gathered.add(path);
  };
  const beside = new Set<string>();
  const stops = [await lookAfter(paths, hear)];
  return {
    next: () => gathered.next(),
    async alsoBeside(files) {
      const folders = [...new Set(files.map((file) => dirname(file)))].filter((folder) => !beside.has(folder));
      for (const folder of folders) beside.add(folder);
      // What lies deeper in a folder that is only searched for a file, such as a configuration, is of no interest.
      if (folders.length > 0) stops.push(await lookAfter(folders, hear, { depth: 0 }));
    },
    stop: () => {
      for (const stop of stops) stop();
      gathered.stop();
    },
  };
}

/** Gathers paths until nothing has come for a while. */
class Gathered {
  #paths = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first of the paths came. */
  #since: number | undefined;
  #isDue = false;
  #tell: () => void = () => undefined;

  add(path: string): void {
    this.#paths.add(path);
    this.#isDue = false;
    this.#since ??= performance.now();
    this.#wait(Math.min(rest, this.#since + patience - performance.now()));
  }

  async next(): Promise<ReadonlySet<string>> {
    while (!this.#isDue) {
      await new Promise<void>((resolve) => {
        this.#tell = resolve;
      });
    }
    const paths = this.#paths;
    this.#paths = new Set();
    this.#since = undefined;
    this.#isDue = false;
    if (paths.size > 0) this.#wait(longRest);
    return paths;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(time: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isDue = true;
      this.#tell();
    }, time);
  }
}
