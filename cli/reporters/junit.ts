import { groupBy } from '../../linter/index.ts';
import type { ShownFinding } from '../checking/facts.ts';
import { placeText } from './place-text.ts';
import type { CheckOutcome } from './reporter.ts';
import { type Element, xmlDocument } from './xml.ts';

/**
 * A check in the form of JUnit: every file is a suite, every finding a test that fails if it makes the check fail, and passes with a
 * note if not. A description without findings is one test that passes, so that it is seen that it was checked.
 */
export function junitCheck(outcome: CheckOutcome): string {
  const byFile = groupBy(outcome.shown, ({ file }) => file);
  const files = [...new Set([...outcome.checked, ...byFile.keys()])].sort();
  const suites = files.map((file) => suiteOf(outcome.relative(file), casesOf(outcome.relative(file), byFile.get(file), outcome)));
  const unread = outcome.failures.map((failure) =>
    caseOf('auth-lint', failure, [{ name: 'error', attributes: { message: failure }, content: [] }]),
  );
  const all = unread.length > 0 ? [...suites, suiteOf('auth-lint', unread)] : suites;
  return xmlDocument({ name: 'testsuites', attributes: { name: 'auth-lint', ...countsOf(all.flatMap(childrenOf)) }, content: all });
}

function suiteOf(name: string, cases: readonly Element[]): Element {
  return { name: 'testsuite', attributes: { name, ...countsOf(cases) }, content: cases };
}

function countsOf(cases: readonly Element[]) {
  const count = (outcome: string) => cases.filter((each) => childrenOf(each).some(({ name }) => name === outcome)).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: 0 };
}

function childrenOf({ content }: Element): readonly Element[] {
  return typeof content === 'string' ? [] : content;
}

function casesOf(file: string, findings: readonly ShownFinding[] | undefined, outcome: CheckOutcome): readonly Element[] {
  if (!findings) return [caseOf(file, 'nothing found', [])];
  return [...groupBy(findings, ({ rule, pointer }) => `${rule} ${pointer}`.trim())].flatMap(([name, same]) =>
    same.map((finding, index) => caseOf(file, index === 0 ? name : `${name} (${index + 1})`, [resultOf(finding, outcome)])),
  );
}

/** Named by where it stands in the description rather than by its line, so that a server that keeps a history knows it again. */
function caseOf(file: string, name: string, content: readonly Element[]): Element {
  return { name: 'testcase', attributes: { classname: file, name, file }, content };
}

function resultOf(finding: ShownFinding, { relative, fails }: CheckOutcome): Element {
  const { severity, message, rule, place, related, fixes } = finding;
  const text = [
    `${relative(finding.file)}:${placeText(place)} ${severity} ${rule}`,
    message,
    ...related.map((each) => `${relative(each.file)}:${placeText(each.place)} ${each.message}`),
    ...fixes.map(({ title, kind }) => `${kind === 'safe' ? 'fix' : 'suggestion'}: ${title}`),
  ];
  if (!fails(severity)) return { name: 'system-out', attributes: {}, content: text.join('\n') };
  return { name: 'failure', attributes: { type: severity, message }, content: text.join('\n') };
}
