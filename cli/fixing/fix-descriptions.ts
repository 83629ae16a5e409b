import type { EntryFacts } from '../checking/facts.ts';
import { relativePath } from '../files/relative-path.ts';
import { DryRun } from './dry-run.ts';
import type { FixGroup, GroupFix } from './fix-group.ts';
import { fixNotes, type GroupFailure } from './fix-notes.ts';
import { type Fixable, fixGroups, Viewers } from './groups.ts';
import { uninterrupted } from './uninterrupted.ts';
import { type Failure, writeChanges } from './write-changes.ts';

/** What is to be fixed, and how. */
export interface FixJob {
  /** What checking gave. */
  readonly entries: readonly EntryFacts[];
  readonly fixGroup: FixGroup;
  /** Where the text of changed files goes, when nothing is to be written. */
  readonly overlay: Map<string, Uint8Array> | undefined;
  readonly workingFolder: string;
  relative(uri: string): string;
  /** Hears of each group of descriptions that is begun with, and of its first one (its URI). */
  onBegin(done: number, all: number, entry: string): void;
}

/** What came of fixing. */
export interface FixReport {
  /** True when files may not be what they were when they were checked. */
  readonly changed: boolean;
  /** True when something could not be written. */
  readonly failed: boolean;
  /** What to say of it, a line each; any text may be in it. */
  readonly notes: readonly string[];
  /** What would have been written, as a diff; undefined when it was. */
  readonly diff: Uint8Array | undefined;
}

/** Fixes descriptions, those that share what is edited together, and the others one after the other. */
export async function fixDescriptions({ entries, fixGroup, overlay, workingFolder, relative, onBegin }: FixJob): Promise<FixReport> {
  const all = entries.flatMap(({ entry, configuration, fixing }) => (fixing ? [{ entry, configuration, ...fixing }] : []));
  const viewers = new Viewers(all);
  const groups = fixGroups(all);
  const dryRun = overlay && new DryRun(workingFolder, overlay);
  const book = new Book();
  for (const [index, group] of groups.entries()) {
    onBegin(index, groups.length, group[0]?.entry ?? '');
    const fixed = await fixTogether(group, viewers, fixGroup);
    const { changes, refusal } = fixed;
    const put = () => (dryRun ? dryRun.take(changes) : uninterrupted(() => writeChanges(changes)));
    book.enter(fixed, refusal ? { ...refusal, halfDone: [] } : changes.length > 0 ? await put() : undefined);
  }
  const notes = [...fixNotes(book, dryRun !== undefined, relative), ...(dryRun ? aboutFolder(dryRun.folder, workingFolder) : [])];
  return { changed: book.changed, failed: book.failures.length > 0, notes, diff: dryRun?.diff };
}

function aboutFolder(folder: string, workingFolder: string): readonly string[] {
  return folder === workingFolder
    ? []
    : [`The diff is to be applied in ${relativePath(workingFolder, folder)}, because not all files are in this folder.`];
}

/** Fixes a group. When that edits a file that others see, too, they join it. */
async function fixTogether(group: readonly Fixable[], viewers: Viewers, fixGroup: FixGroup): Promise<GroupFix> {
  for (let members = group; ; ) {
    const fixed = await fixGroup(members.map(({ entry }) => entry));
    const grown = viewers.joined(
      members,
      fixed.changes.map(({ uri }) => uri),
    );
    if (grown === members) return fixed;
    members = grown;
  }
}

/** Keeps count of what became of the groups. */
class Book {
  applied = 0;
  changed = false;
  readonly failures: GroupFailure[] = [];
  readonly withheld: GroupFix['withheld'][number][] = [];
  readonly left = new Map<string, string>();
  readonly #paths = new Set<string>();

  get files(): number {
    return this.#paths.size;
  }

  enter({ changes, applied, withheld, left }: GroupFix, failure: Failure | undefined): void {
    this.changed ||= changes.length > 0;
    this.withheld.push(...withheld);
    for (const [uri, reason] of left) this.left.set(uri, reason);
    if (failure) {
      this.failures.push({ ...failure, others: changes.map(({ uri }) => uri).filter((uri) => uri !== failure.uri) });
    } else {
      this.applied += applied;
      for (const { path } of changes) this.#paths.add(path);
    }
  }
}
