import { mergeFindings } from '../../../linter/engine/merge-findings.ts';
import { runRules } from '../../../linter/engine/run-rules.ts';
import { defaultFixStyle } from '../../../linter/fixes/fix-style.ts';
import type { Finding, Operation } from '../../../linter/index.ts';
import { readApi } from '../../../linter/openapi/read-api.ts';
import type { Rule } from '../../../linter/rules/support/rule.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { Session } from '../../../linter/workspace/session.ts';
import { isReadable, Workspace } from '../../../linter/workspace/workspace.ts';
import { uriOf } from '../../support/memory-files.ts';

/** What one rule finds in a description. */
export interface RuleResult {
  readonly findings: readonly Finding[];
  /** The marked texts, those in other files with the file's name before. */
  readonly marked: readonly string[];
  /** All texts by path, after the fix with this title of the first finding that has it. */
  fixedBy(title: string): Readonly<Record<string, string>>;
}

const entry = 'openapi.yaml';

/** Runs one rule alone; `isExempt` names the operations for which it is switched off. */
export function runRule(
  rule: Rule,
  text: string,
  files: Readonly<Record<string, string>> = {},
  isExempt: (operation: Pick<Operation, 'method' | 'path'>) => boolean = () => false,
): RuleResult {
  const texts: Readonly<Record<string, string>> = { ...files, [entry]: text };
  const byUri = new Map(Object.entries(texts).map(([path, each]) => [uriOf(path), each]));
  const read = (uri: string) => {
    const found = byUri.get(uri);
    return found === undefined ? { problem: 'missing' as const } : { text: found };
  };
  const session = new Session(new Workspace({ read }));
  const file = session.file(uriOf(entry));
  if (!file || !isReadable(file)) throw new Error('the description is not readable');
  const setting = { severity: rule.severity, options: {} };
  const off = { severity: 'off' as const, options: undefined };
  const exemption = {
    rules: new Map([[rule.id, off]]),
    appliesTo: (_: string, operation: Pick<Operation, 'method' | 'path'> | undefined) => operation !== undefined && isExempt(operation),
  };
  const found = runRules([rule], {
    entry: file,
    api: readApi(file, session),
    files: () => [file],
    settings: { rules: new Map([[rule.id, setting]]), overrides: [exemption], ignores: () => false, fix: defaultFixStyle },
    log(message) {
      throw new Error(message);
    },
  });
  const findings = mergeFindings(found);
  const nameOf = (uri: string) => Object.keys(texts).find((path) => uriOf(path) === uri) ?? uri;
  return {
    findings,
    marked: findings.map(({ file: uri, range }) => {
      const name = nameOf(uri);
      return `${name === entry ? '' : `${name} `}${byUri.get(uri)?.slice(range.start, range.end)}`;
    }),
    fixedBy(title) {
      const fix = findings.flatMap(({ fixes }) => fixes).find((each) => each.title === title);
      const edits = new Map(fix?.edits().map(({ file: uri, edits: list }) => [nameOf(uri), list]));
      return Object.fromEntries(Object.entries(texts).map(([path, each]) => [path, applyEdits(each, edits.get(path) ?? [])]));
    },
  };
}
