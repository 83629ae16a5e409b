import { optionVariants, settingAt } from '../config/settings.ts';
import type { Finding, Location } from '../findings/finding.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import { sift } from '../suppression/apply.ts';
import { directiveProblems } from '../suppression/unused.ts';
import { FindingMaker } from './make-finding.ts';
import type { RuleRun } from './run-rules.ts';

/** Findings after what people switched off in the texts. */
export interface Unsuppressed {
  /** What is left, and what is wrong with suppressions. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** The rule ids in directives that suppressed something. */
  readonly usedSuppressions: readonly Location[];
}

/** Takes out what directives in the files of a run suppress, and adds what is to be said of directives. */
export function applySuppressions(findings: readonly Finding[], run: RuleRun): Unsuppressed {
  const sifted = sift(findings, run.files(), run.entry);
  const { settings } = run;
  const maker = new FindingMaker(unusedSuppression.id, settings);
  const { options } = settingAt(settings, unusedSuppression.id, run.entry.uri, undefined);
  const judgement = {
    isOn: (rule: string) => optionVariants(settings, rule).length > 0,
    reasonRequired: options['reason'] === 'required',
  };
  const judged = directiveProblems(sifted, judgement).flatMap((problem) => maker.make(problem) ?? []);
  return {
    findings: [...sifted.findings, ...judged],
    suppressed: sifted.suppressed,
    usedSuppressions: sifted.directives.flatMap(({ file, rules }) =>
      rules.filter((rule) => sifted.used.has(rule)).map(({ range }) => ({ file: file.uri, range })),
    ),
  };
}
