import { renameSync, rmSync } from 'node:fs';
import { attempt, demandWritable, holds, makeFile, writeBeside } from '../files/replace-file.ts';
import { reasonOf } from '../files/system-reason.ts';
import type { FileChange, Refusal } from './file-change.ts';

/** What writing changes came to when it failed. */
export interface Failure extends Refusal {
  /** URIs of files that were changed before that, and could not be given back what they held. */
  readonly halfDone: readonly string[];
}

/** Why changes can't be written, as far as can be said without writing; undefined when nothing speaks against it. */
export function refusalToWrite(changes: readonly FileChange[]): Refusal | undefined {
  return firstRefusal(changes, ({ path, before }) => demandWritable(path, before === undefined));
}

/**
 * Writes changes, all or none of them: undefined when all are written. A file that does not hold what it held when it was read stays as
 * it is, and so do the others.
 */
export function writeChanges(changes: readonly FileChange[]): Failure | undefined {
  const undo: Undo[] = [];
  const replaced = changes.filter((change): change is Replacement => change.before !== undefined);
  const made = changes.filter(({ before }) => before === undefined);
  const ready = new Map<Replacement, string>();
  const refusal =
    refusalToWrite(changes) ??
    firstRefusal(replaced, (change) => {
      const temporary = writeBeside(change.path, change.after);
      ready.set(change, temporary);
      undo.push({ uri: undefined, step: () => rmSync(temporary, { force: true }) });
    }) ??
    firstRefusal(made, ({ uri, path, after }) => {
      makeFile(path, after);
      undo.push({ uri, step: () => rmSync(path) });
    }) ??
    firstRefusal(replaced, (change) => {
      if (!holds(change.path, change.before)) throw new Changed();
      renameSync(ready.get(change) ?? '', change.path);
      undo.push({ uri: change.uri, step: () => putBack(change) });
    });
  return refusal && { ...refusal, halfDone: undo.reverse().flatMap(({ uri, step }) => (!attempt(step) && uri !== undefined ? [uri] : [])) };
}

interface Replacement extends FileChange {
  readonly before: Uint8Array;
}

interface Undo {
  /** The file that is changed as long as the step is not done; undefined for what nobody asked for. */
  readonly uri: string | undefined;
  readonly step: () => void;
}

/** What was written over a file since it was read. */
class Changed extends Error {}

function putBack({ path, before, after }: Replacement): void {
  if (!holds(path, after)) throw new Changed();
  const temporary = writeBeside(path, before);
  if (attempt(() => renameSync(temporary, path))) return;
  rmSync(temporary, { force: true });
  throw new Changed();
}

/** Does something with each change up to the first that fails, and says why that did. */
function firstRefusal<Change extends FileChange>(changes: readonly Change[], work: (change: Change) => void): Refusal | undefined {
  for (const change of changes) {
    try {
      work(change);
    } catch (error) {
      return { uri: change.uri, reason: error instanceof Changed ? 'it was changed since it was read' : reasonOf(error) };
    }
  }
  return undefined;
}
