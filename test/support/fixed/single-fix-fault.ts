import type { Finding, Fix } from '../../../linter/index.ts';
import { changedText, isWritten } from './changed-text.ts';
import { type Fixable, findingsOf } from './fixing-fault.ts';
import { textFault } from './text-faults.ts';

/** What one fix does on its own that it must not do; undefined when all is well, or when it has no edits. */
export async function singleFixFault(fixable: Fixable, finding: Finding, fix: Fix): Promise<string | undefined> {
  const files = fix.edits();
  if (files.length === 0) return undefined;
  const words = `alone: ${finding.rule} (${fix.title})`;
  for (const each of files) {
    const fault = textFault(each, fixable.text(each.file), fix.kind === 'suggestion');
    if (fault) return `${words} ${fault}`;
  }
  const changed = new Map(files.map(({ file, edits }) => [file, changedText(fixable.text(file) ?? '', edits)]));
  const after = await findingsOf(fixable.linter(new Map([...changed].map(([file, text]) => [file, text.after]))), fixable.entries);
  const own = changed.get(finding.file);
  const place = own ? (own.movedTo[finding.range.start] ?? -1) : finding.range.start;
  const isThere = ({ start }: Finding['range']) => (own && place < 0 ? isWritten(own, start) : start === place);
  const isSame = ({ rule, file, message, range }: Finding) =>
    rule === finding.rule && file === finding.file && message === finding.message && isThere(range);
  return after.some(isSame) ? `${words} changes nothing` : undefined;
}
