import type { FixChoice } from '../arguments/invocation.ts';
import { checkTargets } from '../checking/check-targets.ts';
import type { Wanted } from '../checking/facts.ts';
import { factsIn, type Outcome, type Setup } from '../checking/work.ts';
import type { Boundary } from '../files/boundary.ts';
import { FileReader, type Overlay } from '../files/file-reader.ts';
import { uriOf } from '../files/file-uri.ts';
import type { Target } from '../targets/targets.ts';
import { countChecked, openProgress, type Progress } from '../terminal/progress.ts';
import type { FixReport } from './fix-descriptions.ts';
import { groupFixer } from './fix-group.ts';

/** How targets are fixed and checked. */
export interface Circumstances {
  readonly setup: Omit<Setup, 'overlay'>;
  /** What stands before the bytes of files from the start. */
  readonly overlay: Overlay;
  readonly boundary: Boundary;
  /** How many threads check; undefined: as many as pay. */
  readonly jobs: number | undefined;
  /** Undefined: nothing is fixed. */
  readonly fixes: FixChoice | undefined;
  relative(uri: string): string;
}

/** What became of targets, in their order, and of fixing them before; that is undefined when nothing was to be fixed. */
export interface Fixed {
  readonly outcomes: readonly Outcome[];
  readonly fixed: FixReport | undefined;
}

/** Checks targets, and may fix them before. */
export type FixAndCheck = (targets: readonly Target[], circumstances: Circumstances) => Promise<Fixed>;

/**
 * Checks targets; when they are to be fixed, checks them as they are then. That takes two checks: only the first says who shares files
 * with whom. When nothing is changed, the first will do.
 */
export async function fixAndCheck(targets: readonly Target[], circumstances: Circumstances): Promise<Fixed> {
  const { boundary, jobs, fixes, relative } = circumstances;
  const overlay = new Map(circumstances.overlay);
  const setup: Setup = { ...circumstances.setup, overlay };
  const progress = openProgress();
  const check = (wanted: Wanted) => {
    const tell = countChecked(progress, targets.length, relative);
    const onDone = ({ path }: Target) => tell(uriOf(path));
    return checkTargets(targets, { setup: { ...setup, wanted }, files: new FileReader(boundary, overlay), jobs, onDone });
  };
  const outcomes = await check({ ...setup.wanted, fixes });
  const fixed = fixes && (await fix(outcomes, fixes, { setup, overlay, boundary, progress, relative }));
  const result = { outcomes: fixed?.changed ? await check(setup.wanted) : outcomes, fixed };
  progress.clear();
  return result;
}

interface FixCircumstances extends Pick<Circumstances, 'boundary' | 'relative'> {
  readonly setup: Setup;
  readonly overlay: Map<string, Uint8Array>;
  readonly progress: Progress;
}

async function fix(
  outcomes: readonly Outcome[],
  { suggestions, dryRun }: FixChoice,
  { setup, overlay, boundary, progress, relative }: FixCircumstances,
): Promise<FixReport> {
  const { fixDescriptions } = await import('../entries/fix.ts');
  return fixDescriptions({
    entries: factsIn(outcomes),
    fixGroup: groupFixer(setup, { boundary, files: new FileReader(boundary, overlay), scope: { suggestions } }),
    overlay: dryRun ? overlay : undefined,
    workingFolder: setup.workingFolder,
    relative,
    onBegin: (done, all, entry) => progress.show('fixed', done, all, relative(entry)),
  });
}
