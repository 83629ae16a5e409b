import type { FileEdits, Finding, Fix } from '../findings/finding.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import { changedOutside } from '../syntax/editing/unchanged-outside.ts';
import type { SyntaxTree } from '../syntax/node.ts';
import { EditedOffsets } from '../text/edited-offsets.ts';
import { memo } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import { fileName } from '../workspace/uri.ts';

/** Descriptions before or after fixes: what is found in them, and their texts. */
export interface Look {
  readonly findings: readonly Finding[];
  /** A file's text as a tree; undefined for one that is not there. */
  tree(file: string): SyntaxTree | undefined;
}

/** What is claimed of some edits: these findings are gone by them. */
export interface Claim {
  readonly files: readonly FileEdits[];
  readonly fixed: readonly Finding[];
  /** True when all of them are safe. What a suggestion says of an API may show what else is missing; a safe fix must not. */
  readonly safe: boolean;
  /** True when the findings are not mended but suppressed, or their rule switched off: what is said of suppressions themselves may come. */
  readonly silences?: boolean;
}

/**
 * Why some fixes are not what they claim, for a log; undefined when they are: the texts can still be read as well as before, say the
 * same wherever the edits did not write, the findings are gone and no others have come. Others may come that are mild (`info`) or can be fixed safely
 * themselves; of suggestions also warnings about text that was there.
 */
export function disproof(before: Look, after: Look, claim: Claim): string | undefined {
  const { files, fixed } = claim;
  const moved = movedBy(files);
  return (
    files.map((each) => damage(before, after, each)).find((words) => words !== undefined) ??
    left(moved, after, fixed) ??
    added(moved, before, after, claim)
  );
}

/** What a log says of a fix that failed. */
export function withheldWords({ rule, file }: Pick<Finding, 'rule' | 'file'>, { title }: Pick<Fix, 'title'>, reason: string): string {
  return `the fix “${title}” of ${rule} in ${file} was withheld: ${reason}`;
}

function damage(before: Look, after: Look, { file, edits, isNew = false }: FileEdits): string | undefined {
  const [old, edited] = [before.tree(file), after.tree(file)];
  const name = fileName(file);
  if (isNew && old) return `${name} is there already`;
  if (!edited) return `${name} would be gone`;
  const known = new Map<string, number>();
  for (const { message } of old?.problems ?? []) known.set(message, (known.get(message) ?? 0) + 1);
  for (const { message } of edited.problems) {
    const count = known.get(message) ?? 0;
    if (count === 0) return `${name} could not be read any more: ${message}`;
    known.set(message, count - 1);
  }
  const changed = old && changedOutside(old, edited, edits);
  return changed && `${name} would say something else at offset ${changed.range.start}`;
}

type Moved = (file: string) => EditedOffsets;

function movedBy(files: readonly FileEdits[]): Moved {
  return memo((file) => new EditedOffsets(files.filter((each) => each.file === file).flatMap(({ edits }) => edits)));
}

function left(moved: Moved, after: Look, fixed: readonly Finding[]): string | undefined {
  const found = new Places(after.findings);
  const still = fixed.find((finding) => found.has(finding, placeAfter(moved, finding)));
  return still && `${still.rule} would still be found`;
}

function added(moved: Moved, before: Look, after: Look, { safe, silences = false }: Claim): string | undefined {
  const known = new Places([]);
  for (const finding of before.findings) known.add(finding, placeAfter(moved, finding));
  const fresh = after.findings.find((finding) => {
    const { rule, file, severity, range } = finding;
    if (silences && rule === unusedSuppression.id) return false;
    if (severity === 'info' || known.has(finding, { start: range.start, end: range.start })) return false;
    // Asked for last: fixes are made for whoever asks.
    if (finding.fixes.some(({ kind }) => kind === 'safe')) return false;
    return safe || severity === 'error' || moved(file).isNew(range.start);
  });
  return fresh && `${fresh.rule} would be found in ${fileName(fresh.file)}: ${fresh.message}`;
}

/** Where a finding would stand after the edits; a stretch when its text is replaced. */
function placeAfter(moved: Moved, { file, range }: Finding): Stretch {
  const offsets = moved(file);
  const start = offsets.startOf(range.start);
  return offsets.replacementOf(range.start) ?? { start, end: start };
}

/** Where rules found something. */
class Places {
  readonly #byRule = new Map<string, { readonly points: Set<number>; readonly stretches: Stretch[] }>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) this.add(finding, { start: finding.range.start, end: finding.range.start });
  }

  add({ rule, file }: Subject, stretch: Stretch): void {
    const name = `${rule} ${file}`;
    const known = this.#byRule.get(name) ?? { points: new Set(), stretches: [] };
    this.#byRule.set(name, known);
    if (stretch.start === stretch.end) known.points.add(stretch.start);
    else known.stretches.push(stretch);
  }

  /** True when a rule found something at the offset, or somewhere in the stretch. */
  has({ rule, file }: Subject, { start, end }: Stretch): boolean {
    const known = this.#byRule.get(`${rule} ${file}`);
    if (!known) return false;
    if (known.stretches.some((each) => each.start <= end && start <= each.end)) return true;
    return start === end ? known.points.has(start) : [...known.points].some((point) => start <= point && point <= end);
  }
}

type Subject = Pick<Finding, 'rule' | 'file'>;

/** Both ends included; a single offset where they are the same. */
type Stretch = Range;
