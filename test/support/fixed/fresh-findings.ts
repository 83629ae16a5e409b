import type { Finding } from '../../../linter/index.ts';

/** The warnings and errors that were not there before, neither at their place nor in their words. */
export function freshFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Set(before.flatMap(namesOf));
  return after.filter((finding) => finding.severity !== 'info' && !namesOf(finding).some((name) => known.has(name)));
}

/** Of a finding whose text has moved the words are the same; those of one that stays may count what is around it. */
function namesOf({ rule, file, pointer, message }: Finding): readonly string[] {
  return [`${rule} ${file} at ${pointer}`, `${rule} ${file} says ${message}`];
}
