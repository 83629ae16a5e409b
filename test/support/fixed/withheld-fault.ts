import type { Finding } from '../../../linter/index.ts';
import { type ChangedText, changedText, isWritten } from './changed-text.ts';
import { type Fixable, findingsOf, type Texts } from './fixing-fault.ts';
import { textFault } from './text-faults.ts';

/**
 * What is wrong about a safe fix that was withheld; undefined when it would only have shown what is wrong with a text that was there
 * and that nobody used so far, such as a response of which a telling name is all that is right.
 */
export async function withheldFault(
  fixable: Fixable,
  texts: Texts,
  left: readonly Finding[],
  finding: Finding,
): Promise<string | undefined> {
  const fix = finding.fixes.find(({ kind, edits }) => kind === 'safe' && edits().length > 0);
  const files = fix?.edits() ?? [];
  const textOf = (file: string) => texts.get(file) ?? fixable.text(file);
  const words = `withheld: ${finding.rule} (${fix?.title})`;
  for (const each of files) {
    const fault = textFault(each, textOf(each.file));
    if (fault) return `${words} ${fault}`;
  }
  const changed = new Map(files.map(({ file, edits }) => [file, changedText(textOf(file) ?? '', edits)]));
  const tried = new Map([...texts, ...[...changed].map(([file, { after }]) => [file, after] as const)]);
  const after = await findingsOf(fixable.linter(tried), fixable.entries);
  // A reference that led nowhere may lead to what is written now.
  if (brokenIn(after) < brokenIn(left)) return undefined;
  const fresh = arrived(changed, left, after);
  if (fresh.length === 0) return `${words} for no reason`;
  const wrong = fresh.find((each) => isOfFix(changed, each));
  return wrong && `${words} would bring ${wrong.rule}: ${wrong.message}`;
}

function brokenIn(findings: readonly Finding[]): number {
  return findings.filter(({ rule }) => rule === 'unresolved-reference').length;
}

/** The warnings and errors that stand where there was none of their rule before. */
function arrived(changed: ReadonlyMap<string, ChangedText>, before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const nameOf = ({ rule, file }: Finding, offset: number) => `${rule} ${file} ${offset}`;
  const known = before.map((finding) => nameOf(finding, changed.get(finding.file)?.movedTo[finding.range.start] ?? finding.range.start));
  return after.filter((finding) => finding.severity !== 'info' && !known.includes(nameOf(finding, finding.range.start)));
}

/** True for a finding in what was written. A header that was there may be found to be wrong at the name that is all that was written of it. */
function isOfFix(changed: ReadonlyMap<string, ChangedText>, { file, range }: Finding): boolean {
  const text = changed.get(file);
  return text !== undefined && isWritten(text, range.start) && (isWritten(text, range.start - 1) || isWritten(text, range.end));
}
