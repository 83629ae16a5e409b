// Writes the texts after fixes, where there is none yet or a fix writes something else now:
//   npx tsx test/golden/write-after.ts [rule-id…]
// Then read each as a reviewer would: what looks unlike its surroundings is a defect of the fix, not a new text after.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../../linter/rules/index.ts';
import type { Rule } from '../../linter/rules/support/rule.ts';
import { applyFixes, openTexts, textsIn } from './support/fix-pair.ts';
import { type Outcome, type Pair, pairsOf } from './support/pairs.ts';

async function main(wanted: readonly string[]): Promise<void> {
  for (const rule of rules) {
    if (rule.fix === 'none' || (wanted.length > 0 && !wanted.includes(rule.id))) continue;
    for (const pair of pairsOf(rule.id)) for (const outcome of pair.after) await writeOutcome(rule, pair, outcome);
  }
}

async function writeOutcome(rule: Rule, { name, entry, before }: Pair, { fix, path }: Outcome): Promise<void> {
  const files = openTexts(rule, before);
  await applyFixes(rule, files, entry, fix);
  const isFolder = name.startsWith('multi-file');
  rmSync(path, { recursive: true, force: true });
  for (const [file, text] of Object.entries(textsIn(files))) {
    const target = isFolder ? join(path, file) : path;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

void main(process.argv.slice(2));
