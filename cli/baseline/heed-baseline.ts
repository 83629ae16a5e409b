import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fingerprints } from '../../linter/index.ts';
import type { BaselineChoice } from '../arguments/invocation.ts';
import type { ShownFinding } from '../checking/facts.ts';
import { isInside, realPath } from '../files/boundary.ts';
import { pathsFrom } from '../files/display-path.ts';
import { textOf } from '../files/file-reader.ts';
import { uriOf } from '../files/file-uri.ts';
import { openFile, readAtOnce } from '../files/open-file.ts';
import { refusalReason } from '../files/refusal-reason.ts';
import { reasonOf } from '../files/system-reason.ts';
import { writeChanges } from '../fixing/write-changes.ts';
import { digits, plural } from '../terminal/plural.ts';
import { type Baseline, baselineText, type Known, readBaseline, ruleOf } from './baseline.ts';
import { type Comparison, compare } from './compare.ts';

/** What was checked, as far as a baseline must know. */
export interface CheckedFindings {
  /** Merged. */
  readonly findings: readonly ShownFinding[];
  /** The URIs of all files that were read. */
  readonly files: ReadonlySet<string>;
  /** True when everything below the working folder was looked at. */
  readonly isWhole: boolean;
  /** True for a rule (its id) that was not left out. */
  mayRun(rule: string): boolean;
  /** True when something that was named could not be read. */
  readonly failed: boolean;
}

/** What is left when the findings that a baseline knows are taken away. */
export interface Heeded {
  readonly findings: readonly ShownFinding[];
  /** How many were known. */
  readonly known: number;
  /** What to say of it, a line each; any text may be in it. */
  readonly notes: readonly string[];
  /** True when the baseline can't be read or written. */
  readonly failed: boolean;
}

/** Takes away the findings that a baseline has; before that, writes all of them into it when they are to be. */
export function heedBaseline(choice: BaselineChoice, checked: CheckedFindings, workingFolder: string): Heeded {
  const path = resolve(workingFolder, choice.path);
  const file = readBaselineFile(path);
  if ('problem' in file && !(choice.update && file.isMissing)) return untouched(checked, `The baseline ${choice.path} ${file.problem}.`);
  const baseline = 'problem' in file ? [] : file.baseline;
  const folder = dirname(path);
  const relative = pathsFrom(folder);
  const known = fingerprints(checked.findings, relative).map((fingerprint, index) => ({
    ...fingerprint,
    file: relative(checked.findings[index]?.file ?? ''),
  }));
  const isGone = (name: string) => !existsSync(join(folder, name));
  const comparison = compare(known, baseline, isGone);
  const wasRead = new Set([...checked.files].map(relative));
  const wasLookedFor = (name: string) => checked.isWhole && isInside(join(folder, name), workingFolder);
  const wasSeen = (each: Known) => checked.mayRun(ruleOf(each)) && (wasLookedFor(each.file) || wasRead.has(each.file));
  const unseen = comparison.others.filter((each) => !wasSeen(each) && !isGone(each.file));
  if (!choice.update) return heeded(checked, comparison, comparison.others.length - unseen.length);
  if (checked.failed) return untouched(checked, `The baseline ${choice.path} was not written, because not everything could be read.`);
  return updated(choice, checked, { path, before: 'problem' in file ? undefined : file.bytes, known, unseen });
}

function untouched({ findings }: CheckedFindings, note: string): Heeded {
  return { findings, known: 0, notes: [note], failed: true };
}

function heeded({ findings }: CheckedFindings, { isKnown, renamed }: Comparison, gone: number): Heeded {
  const left = findings.filter((_, index) => !isKnown[index]);
  const notes = [
    ...renamed.map(
      ({ from, to, findings: count }) => `${to} seems to be what was ${from}; the baseline has its ${plural(count, 'finding')}.`,
    ),
    ...(gone > 0
      ? [`${plural(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} gone; --update-baseline takes out what is gone.`]
      : []),
  ];
  return { findings: left, known: findings.length - left.length, notes, failed: false };
}

interface Update {
  readonly path: string;
  /** Undefined for a baseline that is to be made. */
  readonly before: Uint8Array | undefined;
  readonly known: readonly Known[];
  /** What the baseline has that was not looked for. */
  readonly unseen: Baseline;
}

function updated({ path: name }: BaselineChoice, checked: CheckedFindings, { path, before, known, unseen }: Update): Heeded {
  const after = Buffer.from(baselineText([...known, ...unseen]));
  const change = { uri: uriOf(path), path: realPath(path) ?? path, before, edits: [], after };
  const isSame = before !== undefined && Buffer.compare(before, after) === 0;
  const failure = isSame ? undefined : writeChanges([change]);
  if (failure) return untouched(checked, `The baseline ${name} could not be written: ${failure.reason}.`);
  const kept = unseen.length > 0 ? `, and ${digits(unseen.length)} kept that were not looked for` : '';
  return {
    findings: [],
    known: checked.findings.length,
    notes: [`${basename(name)}: ${plural(known.length, 'finding')} written${kept}.`],
    failed: false,
  };
}

type BaselineFile = { readonly baseline: Baseline; readonly bytes: Buffer } | { readonly problem: string; readonly isMissing: boolean };

function readBaselineFile(path: string): BaselineFile {
  try {
    const opened = openFile(path);
    if ('detail' in opened) return { problem: `could not be read: ${opened.detail}`, isMissing: false };
    const bytes = readAtOnce(opened);
    const text = textOf(bytes);
    if ('problem' in text) return { problem: `could not be read: ${refusalReason(text)}`, isMissing: false };
    const baseline = readBaseline(text.text);
    return baseline ? { baseline, bytes } : { problem: 'is no baseline of auth-lint', isMissing: false };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { problem: isMissing ? 'is not there; --update-baseline makes it' : `could not be read: ${reasonOf(error)}`, isMissing };
  }
}
