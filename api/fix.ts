import { applyEdits, type FileEdits, fixAll, type Linter } from '../linter/index.ts';
import { checkEntries } from './check-entries.ts';
import type { LintOptions } from './options.ts';

/** What is fixed, and how far. */
export interface FixOptions extends LintOptions {
  /** True for suggestions too, where there is no safe fix and no choice to make. */
  readonly suggestions?: boolean;
}

/** A file with what fixes made of it. */
export interface FileChange {
  /** Its URI. */
  readonly file: string;
  /** All of it. */
  readonly text: string;
  /** True for a file that was not there. */
  readonly isNew: boolean;
}

/** A fix that did not do what it claims when it was tried. */
export interface WithheldFix {
  readonly rule: string;
  /** The file's URI. */
  readonly file: string;
  /** RFC 6901, into that file. */
  readonly pointer: string;
  readonly title: string;
}

/** What fixing would change. */
export interface FixResult {
  /** The files that change; nothing is written. */
  readonly changes: readonly FileChange[];
  /** How many fixes that are. */
  readonly applied: number;
  readonly withheld: readonly WithheldFix[];
}

/** Applies fixes in memory until none is left, and gives the texts after them. Each was proved: what it mends is gone, and nothing else said. */
export async function fix(options: FixOptions): Promise<FixResult> {
  const { linter, results } = await checkEntries(options);
  const entries = results.map(({ entry }) => entry);
  const { files, applied, withheld } = await fixAll(linter, entries, { suggestions: options.suggestions === true });
  return {
    changes: files.map((change) => changedFile(change, linter)),
    applied,
    withheld: withheld.map(({ rule, file, pointer, title }) => ({ rule, file, pointer, title })),
  };
}

function changedFile({ file, edits, isNew = false }: FileEdits, linter: Linter): FileChange {
  return { file, text: applyEdits(linter.file(file)?.text ?? '', edits), isNew };
}
