import type { FileEdits, Finding } from '../findings/finding.ts';
import { composeEdits } from '../text/compose-edits.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { EditSet } from './edit-set.ts';
import { Linter } from './linter.ts';
import { mergeResults } from './merge-findings.ts';

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
  const texts = new Map<string, string>();
  const total = new Map<string, { readonly original: string; readonly edits: readonly TextEdit[] }>();
  const trial = trialLinter(linter, texts);
  for (let pass = 0; pass < mostPasses; pass++) {
    const chosen = choose(await findingsOf(trial, entries), scope);
    if (chosen.files.size === 0) break;
    for (const [file, edits] of chosen.files) {
      const text = trial.file(file)?.text ?? '';
      const before = total.get(file) ?? { original: text, edits: [] };
      total.set(file, { original: before.original, edits: composeEdits(before.original, before.edits, edits) });
      texts.set(file, applyEdits(text, edits));
    }
    trial.filesChanged([...chosen.files.keys()]);
  }
  return [...total].map(([file, { edits }]) => ({ file, edits }));
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
  return mergeResults(results.flatMap((result) => result ?? []));
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
