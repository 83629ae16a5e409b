import { resolve } from 'node:path';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { pathOf, uriOf } from '../files/file-uri.ts';
import type { FixAndCheck } from '../fixing/fix-and-check.ts';
import { configurationFolders } from '../open-linter.ts';
import { type Order, type Run, run } from '../run.ts';
import { findTargets } from '../targets/targets.ts';
import { countChecked, openProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { nextChanges } from './next-changes.ts';
import { Rounds } from './rounds.ts';

/** What is kept checked, and how it is shown. */
export interface Watch {
  readonly order: Order;
  /** The paths of files that `show` writes. */
  readonly written: ReadonlySet<string>;
  show(done: Run): Promise<unknown>;
}

/** Checks again and shows it whenever something changes, and ends only when it can't be begun with. */
export async function keepChecking({ order, written, show }: Watch, terminal: Terminal): Promise<ExitCode> {
  const rounds = new Rounds();
  const changes = await (await import('../entries/watch.ts')).changesOf(await watchedPaths(order.paths), written);
  const again = { ...order, wanted: { ...order.wanted, dependencies: true } };
  let changed: ReadonlySet<string> = new Set();
  for (let isFirst = true; ; isFirst = false) {
    const before = await pathsNow(order);
    const done = await run(again, terminal, workOf(rounds, changed));
    if (!done && isFirst) {
      changes.stop();
      return exitCode.usage;
    }
    if (done) await show(done);
    await changes.alsoBeside([...rounds.dependencies()].flatMap((uri) => pathOf(uri) ?? []));
    terminal.note('Waiting for changes; Ctrl+C ends.');
    changed = new Set([...(await nextChanges(changes, before, () => pathsNow(order)))].map(uriOf));
    terminal.startOver();
  }
}

/** The files that are to be checked as things are. */
async function pathsNow({ paths, configuration }: Order): Promise<ReadonlySet<string>> {
  const workingFolder = process.cwd();
  const { files } = await findTargets(paths, workingFolder, configurationFolders(configuration, workingFolder));
  return new Set(files.map(({ path }) => path));
}

/** The files and folders in which what is named lies. */
async function watchedPaths(paths: readonly string[]): Promise<readonly string[]> {
  const workingFolder = process.cwd();
  const { globFolder, isGlob } = await import('../entries/globs.ts');
  return (paths.length > 0 ? paths : ['.']).map((path) => (isGlob(path) ? globFolder(path, workingFolder) : resolve(workingFolder, path)));
}

function workOf(rounds: Rounds, changed: ReadonlySet<string>): FixAndCheck {
  return async (targets, { setup, overlay, boundary, jobs, relative }) => {
    const progress = openProgress();
    const tell = countChecked(progress, targets.length, relative);
    const onDone = ({ path }: { readonly path: string }) => tell(uriOf(path));
    const outcomes = await rounds.next(targets, changed, { setup: { ...setup, overlay }, boundary, jobs, onDone });
    progress.clear();
    return { outcomes, fixed: undefined };
  };
}
