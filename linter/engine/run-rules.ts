import type { Finding, OperationRef } from '../findings/finding.ts';
import type { ApiModel, Operation } from '../openapi/model.ts';
import { usedUnauthorizedResponses } from '../openapi/unauthorized.ts';
import type { Problem, Report, Rule, RuleVisitors } from '../rules/support/rule.ts';
import { lazy } from '../text/lazy.ts';
import { emptyPlace, firstLine, keyRange, type Place, rootPlace } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { RuleSetting, RuleSettings } from './settings.ts';

/** What the rules are run on. */
export interface RuleRun {
  readonly entry: SourceFile;
  /** Undefined for a text that can't be read as a description: then only the rules about text have a say. */
  readonly api: ApiModel | undefined;
  /** Every readable file that has been asked for, the entry document first. A function, because rules may ask for more. */
  files(): readonly SourceFile[];
  readonly settings: RuleSettings;
  log(message: string): void;
}

/** Runs rules over one description. A rule that throws becomes one finding about that rule and takes nothing else down. */
export function runRules(rules: readonly Rule[], run: RuleRun): readonly Finding[] {
  const findings: Finding[] = [];
  const active = rules.flatMap((rule) => {
    const setting = run.settings.get(rule.id);
    return setting && setting.severity !== 'off' ? [new RuleRunner(rule, setting, run, findings)] : [];
  });
  const { api } = run;
  if (api) {
    for (const runner of active) runner.start(api);
    for (const operation of api.operations) for (const runner of active) runner.visit((visitors) => visitors.operation?.(operation));
    for (const used of usedUnauthorizedResponses(api))
      for (const runner of active) runner.visit((visitors) => visitors.unauthorizedResponse?.(used));
    for (const runner of active) runner.visit((visitors) => visitors.end?.());
  }
  for (const file of run.files()) for (const runner of active) runner.checkFile(file);
  return findings;
}

class RuleRunner {
  readonly #rule: Rule;
  readonly #setting: RuleSetting;
  readonly #run: RuleRun;
  readonly #findings: Finding[];
  readonly #report: Report;
  readonly #operationRefs = new Map<readonly Operation[], readonly OperationRef[]>();
  #visitors: RuleVisitors = {};
  #crashed = false;

  constructor(rule: Rule, setting: RuleSetting, run: RuleRun, findings: Finding[]) {
    this.#rule = rule;
    this.#setting = setting;
    this.#run = run;
    this.#findings = findings;
    this.#report = (problem) => findings.push(this.#finding(problem));
  }

  start(api: ApiModel): void {
    const option = (name: string): unknown => this.#setting.options[name] ?? this.#rule.options?.[name]?.default;
    this.#guard(() => {
      this.#visitors = this.#rule.create?.({ api, option, report: this.#report }) ?? {};
    });
  }

  visit(call: (visitors: RuleVisitors) => void): void {
    this.#guard(() => call(this.#visitors));
  }

  checkFile(file: SourceFile): void {
    this.#guard(() => this.#rule.checkFile?.(file, this.#report));
  }

  #guard(work: () => void): void {
    if (this.#crashed) return;
    try {
      work();
    } catch (error) {
      this.#crashed = true;
      this.#run.log(
        `rule ${this.#rule.id} crashed on ${this.#run.entry.uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      this.#findings.push(this.#crash(error));
    }
  }

  #finding(problem: Problem): Finding {
    const { place } = problem;
    return {
      rule: this.#rule.id,
      severity: problem.severity ?? (this.#setting.severity === 'off' ? this.#rule.severity : this.#setting.severity),
      message: problem.message,
      file: place.file.uri,
      range: problem.range ?? keyRange(place),
      pointer: place.pointer,
      operations: this.#refs(problem.operations ?? []),
      related: (problem.related ?? []).map(({ place: there, message }) => ({ file: there.file.uri, range: keyRange(there), message })),
      tags: [],
      fixes: (problem.fixes ?? []).map((fix) => ({ ...fix, edits: lazy(() => fix.edits()) })),
    };
  }

  /** The same list for the same operations: a rule may report much of all of them. */
  #refs(operations: readonly Operation[]): readonly OperationRef[] {
    let refs = this.#operationRefs.get(operations);
    if (!refs) {
      refs = operations.map(operationRef);
      this.#operationRefs.set(operations, refs);
    }
    return refs;
  }

  #crash(error: unknown): Finding {
    const place: Place = rootPlace(this.#run.entry) ?? emptyPlace(this.#run.entry);
    return {
      rule: 'rule-crash',
      severity: 'error',
      message: `The rule ${this.#rule.id} crashed: ${error instanceof Error ? error.message : String(error)}. Its findings are incomplete, those of other rules are not. This is a defect of the linter: please report it.`,
      file: place.file.uri,
      range: firstLine(place),
      pointer: '',
      operations: [],
      related: [],
      tags: [],
      fixes: [],
    };
  }
}

function operationRef({ kind, method, path, place }: Operation): OperationRef {
  return { kind, method, path, file: place.file.uri, pointer: place.pointer };
}
