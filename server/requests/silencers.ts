import { type EntryResult, type Finding, type Fix, ignoreHere, ignoreInFile, type SourceFile, switchOffFix } from '../../linter/index.ts';
import type { Silencer } from '../features/code-actions.ts';
import type { Session } from '../session.ts';

/** The ways not to mend a finding but to be told of it no more, from the narrowest to the widest. */
export function silencersIn({ linter, checker }: Session): readonly Silencer[] {
  const inText = (ignore: (finding: Finding, file: SourceFile) => readonly Fix[], finding: Finding): readonly Fix[] => {
    const file = linter.file(finding.file);
    return file ? ignore(finding, file) : [];
  };
  const resultsOf = ({ file }: Finding): readonly EntryResult[] =>
    checker.reaching(file).flatMap((entry) => checker.checked(entry)?.result ?? []);
  return [
    { isWide: false, fixesFor: (finding) => inText(ignoreHere, finding) },
    { isWide: true, fixesFor: (finding) => inText(ignoreInFile, finding) },
    { isWide: true, fixesFor: (finding) => [switchOffFix(linter, finding, resultsOf(finding)) ?? []].flat() },
  ];
}
