import type { Rule } from '../../../linter/rules/support/rule.ts';
import { folder, MemoryFiles } from '../../support/memory-files.ts';
import { ruleAlone } from '../../support/rule-alone.ts';
import type { Texts } from './pairs.ts';

/** Without such options a rule is silent. */
const options: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'range-only-401': { accept: ['4XX', 'default'] },
};

/** What a rule needs others for. */
const alongside: Readonly<Record<string, readonly string[]>> = {
  'unused-suppression': ['missing-401', 'missing-www-authenticate'],
};

/** So many fixes are applied one by one. */
const mostFixes = 50;

/** A description under one rule. */
export function openTexts(rule: Rule, texts: Texts): MemoryFiles {
  const files = new MemoryFiles(texts);
  files.settings = { ...files.settings, ...ruleAlone(rule, options[rule.id], alongside[rule.id]) };
  return files;
}

/** The findings of a rule, in one description. */
export async function findingsOf(rule: Rule, files: MemoryFiles, entry: string) {
  return (await files.findings(entry)).filter((finding) => finding.rule === rule.id);
}

/** Applies fixes until no finding is left: of each the one with this index, or the last one where it has fewer. */
export async function applyFixes(rule: Rule, files: MemoryFiles, entry: string, fix: number): Promise<void> {
  for (let left = mostFixes; left > 0; left--) {
    const [finding] = await findingsOf(rule, files, entry);
    if (!finding) return;
    files.apply((finding.fixes[fix] ?? finding.fixes.at(-1))?.edits() ?? []);
  }
}

/** All texts, by their paths. */
export function textsIn({ texts }: MemoryFiles): Texts {
  const paths = [...texts].map(([uri, text]) => [decodeURI(uri.slice(folder.length)), text] as const);
  return Object.fromEntries(paths.sort(([a], [b]) => (a < b ? -1 : 1)));
}
