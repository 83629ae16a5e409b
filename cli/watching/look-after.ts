import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type ChokidarOptions, type FSWatcher, watch } from 'chokidar';
import { neverSearched } from '../targets/find-files.ts';

/** So often, in milliseconds, it is looked whether a folder is still the one that is watched. */
const interval = 500;

/**
 * Calls `hear` with whatever changes, comes or goes below these files and folders; fulfilled when nothing more can be missed, with what
 * ends it. One that is not there, or is replaced by another, is looked after as soon as it is there.
 */
export async function lookAfter(
  paths: readonly string[],
  hear: (path: string) => void,
  options: ChokidarOptions = {},
): Promise<() => void> {
  const known = new Map(paths.map((path) => [path, identityOf(path)]));
  const open = (these: readonly string[], own: ChokidarOptions): FSWatcher => {
    const watcher = watch([...these], { ...options, ...own, ignored: isIgnored });
    watcher.on('all', (event, path) => {
      // A folder that was made in the place of this one may well have its number.
      if (event === 'unlinkDir' && known.has(path)) known.set(path, undefined);
      hear(path);
    });
    // A folder that can't be watched any more is no reason to end: what is in it is only heard of less.
    return watcher.on('error', () => undefined);
  };
  const first = open(paths, { ignoreInitial: true });
  await new Promise<void>((resolve) => first.once('ready', resolve));
  const again = new Map<string, FSWatcher>();
  const timer = setInterval(() => {
    for (const path of replaced(known)) {
      hear(path);
      void (again.get(path)?.close() ?? first.unwatch(path));
      // Nothing in it is what it was: all of it is heard.
      again.set(path, open([path], { ignoreInitial: false }));
    }
  }, interval);
  return () => {
    clearInterval(timer);
    for (const watcher of [first, ...again.values()]) void watcher.close();
  };
}

/** Those that are not what is known of them, which is then. */
function replaced(known: Map<string, number | undefined>): readonly string[] {
  return [...known].flatMap(([path, before]) => {
    const now = identityOf(path);
    known.set(path, now);
    return now === before ? [] : [path];
  });
}

/** By what a folder is known to be the same; files are all alike. Undefined when nothing is there. */
function identityOf(path: string): number | undefined {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? stats.ino : 0;
  } catch {
    return undefined;
  }
}

/** Files that can matter: texts, and what decides which of them are found. */
const mayMatter = /(?:\.(?:ya?ml|json)|^\.gitignore)$/i;

function isIgnored(path: string, stats?: { isFile(): boolean }): boolean {
  const name = basename(path);
  return neverSearched.has(name) || (stats?.isFile() === true && !mayMatter.test(name));
}
