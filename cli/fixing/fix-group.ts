import { type FileEdits, type FixScope, fixAll, type WithheldFix } from '../../linter/index.ts';
import type { Setup } from '../checking/work.ts';
import type { Boundary } from '../files/boundary.ts';
import type { FileReader } from '../files/file-reader.ts';
import { openLinter } from '../open-linter.ts';
import { applyByteEdits, byteEdits } from './byte-edits.ts';
import { realPlace, refusalToEdit, type Surroundings } from './editable.ts';
import type { FileChange, Refusal } from './file-change.ts';
import { type Held, readOnce } from './read-once.ts';

/** What fixing some descriptions together came to; nothing is written yet. */
export interface GroupFix {
  readonly changes: readonly FileChange[];
  /** How many fixes they are. */
  readonly applied: number;
  readonly withheld: readonly WithheldFix[];
  /** Files (URIs) that fixes would have edited and must not, and why. */
  readonly left: ReadonlyMap<string, string>;
  /** Why the changes can't be made; undefined when they can. */
  readonly refusal: Refusal | undefined;
}

/** Fixes some descriptions (their URIs) together, in memory. */
export type FixGroup = (entries: readonly string[]) => Promise<GroupFix>;

/** What is read, and what may be fixed. */
export interface Circumstances {
  readonly boundary: Boundary;
  readonly files: Pick<FileReader, 'bytes'>;
  readonly scope: Pick<FixScope, 'suggestions'>;
}

/** Fixes descriptions as they are in files now. Each group is read anew, and forgotten when it is done with. */
export function groupFixer(setup: Setup, { boundary, files, scope }: Circumstances): FixGroup {
  const { workingFolder, configuration, choices } = setup;
  const options = { workingFolder, boundary, configuration, choices, named: new Set(setup.named) };
  return async (entries) => {
    const held = readOnce(files);
    // What a maintainer needs to know of a check, the check itself has said.
    const linter = openLinter(options, { read: (uri) => held(uri).result }, () => undefined);
    const inForce = await Promise.all(entries.map((entry) => linter.inForce(entry)));
    const around: Surroundings = { setup, boundary, entries, inForce, bytes: (uri) => held(uri).bytes };
    const left = new Map<string, string>();
    const allowed = new Set<string>();
    const mayEdit: FixScope['mayEdit'] = (uri, tree) => {
      if (allowed.has(uri) || left.has(uri)) return allowed.has(uri);
      const refusal = refusalToEdit(uri, tree, around);
      if (refusal === undefined) allowed.add(uri);
      else left.set(uri, refusal);
      return refusal === undefined;
    };
    const { files: edited, applied, withheld } = await fixAll(linter, entries, { ...scope, mayEdit });
    const made = edited.map((each) => changeOf(each, held(each.file)));
    const refusal = made.find((each) => 'reason' in each) ?? clash(made.filter(isChange));
    return { changes: distinct(made.filter(isChange)), applied, withheld, left, refusal };
  };
}

function changeOf({ file: uri, edits, isNew = false }: FileEdits, { bytes: before, result }: Held): FileChange | Refusal {
  const path = realPlace(uri);
  if (path === undefined) return { uri, reason: 'there is no folder for it' };
  if (isNew && before) return { uri, reason: 'something is there already' };
  if (!isNew && !before) return { uri, reason: 'nothing is there' };
  if (edits.some((edit) => /\p{Surrogate}/u.test(edit.text))) return { uri, reason: 'a fix would write half of a character' };
  const bytes = before ?? new Uint8Array();
  const changes = byteEdits('text' in result ? result.text : '', edits, bytes);
  return { uri, path, before, edits: changes, after: applyByteEdits(bytes, changes) };
}

function isChange(made: FileChange | Refusal): made is FileChange {
  return 'path' in made;
}

/** A file that has several names is one file: undefined when all agree what becomes of it. */
function clash(changes: readonly FileChange[]): Refusal | undefined {
  const known = new Map<string, FileChange>();
  for (const change of changes) {
    const other = known.get(change.path);
    if (other && Buffer.compare(other.after, change.after) !== 0)
      return { uri: change.uri, reason: 'it has several names, and descriptions that call it differently would have it fixed differently' };
    known.set(change.path, change);
  }
  return undefined;
}

/** Each file once, and only if something becomes of it. */
function distinct(changes: readonly FileChange[]): readonly FileChange[] {
  const byPath = new Map(changes.map((change) => [change.path, change]));
  return [...byPath.values()].filter(({ before, after }) => !before || Buffer.compare(before, after) !== 0);
}
