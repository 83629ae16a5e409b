import { type Settings, settingAt } from '../config/settings.ts';
import type { Finding, Location } from '../findings/finding.ts';
import type { ApiModel, Operation } from '../openapi/model.ts';
import { unusedSuppression } from '../rules/unused-suppression.ts';
import { type Sifted, sift } from '../suppression/apply.ts';
import type { Directive } from '../suppression/suppression.ts';
import { directiveProblems, type Judgement } from '../suppression/unused.ts';
import { keyRange } from '../workspace/place.ts';
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
  const { settings, entry } = run;
  const sifted = sift(findings, run.files(), entry);
  const directives = [...sifted.directives.values()].flatMap((index) => index.directives);
  const heard = directives.filter(({ file }) => file === entry || !settings.ignores(file.uri));
  const maker = new FindingMaker(unusedSuppression.id, settings, undefined, run.isPast);
  const judged = directiveProblems(heard, sifted.used, judgementFor(run, sifted)).flatMap((problem) => maker.make(problem) ?? []);
  return {
    findings: [...sifted.findings, ...judged],
    suppressed: sifted.suppressed,
    usedSuppressions: directives.flatMap(({ file, rules }) =>
      rules.filter((rule) => sifted.used.has(rule)).map(({ range }) => ({ file: file.uri, range })),
    ),
  };
}

function judgementFor({ settings, api }: RuleRun, { directives }: Sifted): Judgement {
  const operations = settings.overrides.length > 0 && api ? operationsByDirective(api, directives) : new Map<Directive, Operation[]>();
  const isOnFor = (rule: string, { uri }: Directive['file'], operation: Operation | undefined) =>
    settingAt(settings, rule, uri, operation).severity !== 'off';
  return {
    isOn(rule, directive) {
      const concerned = operations.get(directive);
      return concerned
        ? concerned.some((operation) => isOnFor(rule, operation.place.file, operation))
        : isOnFor(rule, directive.file, undefined);
    },
    isReasonRequired: ({ file }) => isReasonRequired(settings, file.uri),
  };
}

function isReasonRequired(settings: Settings, file: string): boolean {
  return settingAt(settings, unusedSuppression.id, file, undefined).options['reason'] === 'required';
}

/** The operations that begin on a directive's line, or that are in the object that has it. */
function operationsByDirective({ operations }: ApiModel, directives: Sifted['directives']): ReadonlyMap<Directive, readonly Operation[]> {
  const found = new Map<Directive, Operation[]>();
  for (const operation of operations) {
    const { key, place } = operation;
    const around = directives.get(place.file.uri)?.around(place.pointer).directives ?? [];
    const onLine = directives.get(key.file.uri)?.forLineOf(keyRange(key).start).directives ?? [];
    for (const directive of [...around, ...onLine]) {
      const known = found.get(directive);
      if (known) known.push(operation);
      else found.set(directive, [operation]);
    }
  }
  return found;
}
