import type { FileEdits, Finding, Fix } from '../findings/finding.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import { changedOutside } from '../syntax/editing/unchanged-outside.ts';
import type { SyntaxTree } from '../syntax/node.ts';
import type { TextEdit } from '../text/edit.ts';
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

/** What speaks against some edits. */
export interface Objection {
  /** For a log. */
  readonly reason: string;
  /** A finding that would be there: one that was to be gone, or one that has come. */
  readonly finding?: Finding;
  /** The edit that has written where that finding is; undefined when it speaks of a text that was there. */
  readonly edit?: TextEdit | undefined;
}

/**
 * What speaks against some fixes; nothing when they are what they claim: the texts can still be read as well as before, say the
 * same wherever the edits did not write, the findings are gone and no others have come. Others may come that are mild (`info`) or can be fixed safely
 * themselves; of suggestions also warnings about text that was there.
 */
export function objections(before: Look, after: Look, claim: Claim): readonly Objection[] {
  const { files, fixed } = claim;
  const damages = files.flatMap((each) => damage(before, after, each) ?? []);
  // What is found in damaged texts says nothing of the fixes.
  if (damages.length > 0) return damages.map((reason) => ({ reason }));
  const moved = movedBy(files);
  return [...left(moved, after, fixed), ...added(moved, before, after, claim)];
}

/** The first thing that speaks against some fixes, for a log; undefined when nothing does. */
export function disproof(before: Look, after: Look, claim: Claim): string | undefined {
  return objections(before, after, claim)[0]?.reason;
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

function left(moved: Moved, after: Look, fixed: readonly Finding[]): readonly Objection[] {
  const found = new Places(after.findings);
  const still = fixed.filter((finding) => found.has(finding, placeAfter(moved, finding)));
  return still.map((finding) => ({ reason: `${finding.rule} would still be found`, finding }));
}

function added(moved: Moved, before: Look, after: Look, { safe, silences = false }: Claim): readonly Objection[] {
  const known = new Places([]);
  for (const finding of before.findings) known.add(finding, placeAfter(moved, finding));
  const fresh = after.findings.filter((finding) => {
    const { rule, file, severity, range } = finding;
    if (silences && rule === unusedSuppression.id) return false;
    if (severity === 'info' || known.has(finding, { start: range.start, end: range.start })) return false;
    // Asked for last: fixes are made for whoever asks.
    if (finding.fixes.some((fix) => fix.kind === 'safe' && fix.edits().length > 0)) return false;
    return safe || severity === 'error' || moved(file).isNew(range.start);
  });
  return fresh.map((finding) => ({
    reason: `${finding.rule} would be found in ${fileName(finding.file)}: ${finding.message}`,
    finding,
    edit: moved(finding.file).editAt(finding.range.start),
  }));
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
