import { diffLines } from 'diff';
import type { FileEdits, Finding } from '../findings/finding.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { EditSet } from './edit-set.ts';
import { Linter } from './linter.ts';
import { mergeFindings } from './merge-findings.ts';

/** Which findings are fixed; without it all that have a safe fix. */
export interface FixScope {
  /** Only findings in this file; their fixes may edit other files too. */
  readonly file?: string;
  /** Only findings of this rule. */
  readonly rule?: string;
}

/** One fix may make room for another that conflicted with it; after so many passes what is left stays. */
const mostPasses = 10;

/**
 * Applies the safe fixes of some entry documents in memory until none is left.
 * Gives edits against the texts as the linter knows them now; empty when there is nothing to fix.
 */
export async function fixAll(linter: Linter, entries: readonly string[], scope: FixScope = {}): Promise<readonly FileEdits[]> {
  const originals = new Map<string, string>();
  const texts = new Map<string, string>();
  const passes: EditSet[] = [];
  const trial = trialLinter(linter, texts);
  for (let pass = 0; pass < mostPasses; pass++) {
    const chosen = choose(await findingsOf(trial, entries), scope);
    if (chosen.files.size === 0) break;
    passes.push(chosen);
    for (const [file, edits] of chosen.files) {
      const text = trial.file(file)?.text ?? '';
      if (!originals.has(file)) originals.set(file, text);
      texts.set(file, applyEdits(text, edits));
    }
    trial.filesChanged([...chosen.files.keys()]);
  }
  return [...originals].map(([file, original]) => ({ file, edits: editsBetween(file, original, texts.get(file) ?? original, passes) }));
}

/** A linter that sees the same texts, those in `texts` before all others. */
function trialLinter(linter: Linter, texts: ReadonlyMap<string, string>): Linter {
  return new Linter({
    settings: (uri) => linter.host.settings(uri),
    read(uri) {
      const text = texts.get(uri) ?? linter.file(uri)?.text;
      return text === undefined ? linter.host.read(uri) : { text };
    },
  });
}

async function findingsOf(linter: Linter, entries: readonly string[]): Promise<readonly Finding[]> {
  const results = [];
  for (const entry of entries) results.push(await linter.check(entry));
  return mergeFindings(results.flatMap((result) => result?.findings ?? []));
}

function choose(findings: readonly Finding[], { file, rule }: FixScope): EditSet {
  const chosen = new EditSet();
  for (const finding of findings) {
    if ((file !== undefined && finding.file !== file) || (rule !== undefined && finding.rule !== rule)) continue;
    const fix = finding.fixes.find(({ kind }) => kind === 'safe');
    if (fix) chosen.add(fix.edits());
  }
  return chosen;
}

/** The edits of the only pass that touched the file, or where there were several the lines that differ in the end. */
function editsBetween(file: string, before: string, after: string, passes: readonly EditSet[]): readonly TextEdit[] {
  const touching = passes.flatMap(({ files }) => files.get(file) ?? []);
  const only = passes.filter(({ files }) => files.has(file)).length === 1;
  return only ? touching : changedLines(before, after);
}

function changedLines(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const { added, removed, value } of diffLines(before, after)) {
    const last = edits.at(-1);
    if (added) {
      // An addition behind a removal replaces it.
      if (last && last.range.end === offset && last.text === '') edits[edits.length - 1] = { range: last.range, text: value };
      else edits.push({ range: { start: offset, end: offset }, text: value });
    } else {
      if (removed) edits.push({ range: { start: offset, end: offset + value.length }, text: '' });
      offset += value.length;
    }
  }
  return edits;
}
