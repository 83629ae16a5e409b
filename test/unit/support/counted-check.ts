import { unconfigured } from '../../../linter/config/in-force.ts';
import { presetSettings } from '../../../linter/config/presets.ts';
import { applySuppressions } from '../../../linter/engine/apply-suppressions.ts';
import { mergeFindings } from '../../../linter/engine/merge-findings.ts';
import { type RuleRun, runRules } from '../../../linter/engine/run-rules.ts';
import { type Finding, usableFixes } from '../../../linter/findings/finding.ts';
import { readApi } from '../../../linter/openapi/read-api.ts';
import { rules } from '../../../linter/rules/index.ts';
import { Session } from '../../../linter/workspace/session.ts';
import { type SourceFile, sourceFile } from '../../../linter/workspace/source-file.ts';
import type { Workspace } from '../../../linter/workspace/workspace.ts';
import { countedTree, noReads, type TreeReads } from '../../support/counted-tree.ts';

/** How much of a tree was asked for up to some points of a check. */
export interface CountedCheck {
  readonly findings: readonly Finding[];
  /** Maps and lists that were looked into by the model and the rules. */
  readonly opened: number;
  /** Steps until the findings were there. */
  readonly checked: number;
  /** Steps until the edits of all fixes were built, too. */
  readonly fixed: number;
}

/** Checks a description that is one file with all rules, and counts what they ask of its tree. */
export function countedCheck(text: string, uri = 'file:///api/openapi.yaml'): CountedCheck {
  const reads = noReads();
  const file = countedFile(uri, text, reads);
  const session = new Session({ state: () => file } as unknown as Workspace);
  session.file(uri);
  const api = readApi(file, session);
  const { settings } = unconfigured();
  const run: RuleRun = {
    entry: file,
    api,
    files: () => [file],
    settings: { ...settings, rules: presetSettings('all') },
    log: (message) => {
      throw new Error(message);
    },
  };
  const findings = mergeFindings(applySuppressions(runRules(rules, run), run).findings);
  const [checked, opened] = [reads.steps, reads.opened.size];
  for (const finding of findings) usableFixes(finding);
  return { findings, opened, checked, fixed: reads.steps };
}

function countedFile(uri: string, text: string, reads: TreeReads): SourceFile {
  const file = sourceFile(uri, text);
  const tree = countedTree(file.tree, reads);
  return {
    uri,
    text,
    version: undefined,
    revision: 0,
    format: file.format,
    lines: file.lines,
    tree,
    mentions: (word) => file.mentions(word),
  };
}
