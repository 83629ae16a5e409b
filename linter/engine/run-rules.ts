import { isOnAnywhere, optionVariants, type Settings } from '../config/settings.ts';
import type { Finding } from '../findings/finding.ts';
import { headerName } from '../fixes/challenge-header.ts';
import type { ApiModel, Header, Operation, SecurityScheme } from '../openapi/model.ts';
import { findHeader, type UsedResponse } from '../openapi/unauthorized.ts';
import type { Problem, Report, Rule, RuleVisitors } from '../rules/support/rule.ts';
import { emptyPlace, firstLine, type Place, rootPlace } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { FindingMaker, madeOnce, type OptionsByRule } from './make-finding.ts';
import { type FoundOfOperations, nothingFoundYet, type RuleMemory } from './rule-memory.ts';

/** What the rules are run on. */
export interface RuleRun {
  readonly entry: SourceFile;
  /** Undefined for a text that can't be read as a description: then only the rules about text have a say. */
  readonly api: ApiModel | undefined;
  /** Every readable file that has been asked for, the entry document first. A function, because rules may ask for more. */
  files(): readonly SourceFile[];
  readonly settings: Settings;
  /** True when a text of the run has been edited since. */
  readonly isPast?: () => boolean;
  /** What is remembered of an earlier run; undefined when nothing is to be. */
  readonly memory?: RuleMemory;
  log(message: string): void;
}

/** Runs rules over one description. A rule that throws becomes one finding about that rule and takes nothing else down. */
export function runRules(rules: readonly Rule[], run: RuleRun): readonly Finding[] {
  const findings: Finding[] = [];
  const active = rules
    .filter(({ id }) => isOnAnywhere(run.settings, id))
    .flatMap((rule) =>
      variantsOf(rule, run.settings).map(
        (options, variant) =>
          new RuleRunner(rule, options, run, findings, run.memory?.of(run.settings, rule.id, variant) ?? nothingFoundYet()),
      ),
    );
  if (run.api) {
    const subjects = subjectsOf(run.api);
    for (const runner of active) runner.visit(run.api, subjects);
    // What they looked at up to now may have shown which references are broken.
    for (const runner of active) runner.end();
  }
  for (const file of run.files()) for (const runner of active) runner.checkFile(file);
  return findings;
}

/** The options with which a rule has to be run, so that every place has what is in force there. */
function variantsOf({ id, options = {} }: Rule, settings: Settings): readonly OptionsByRule[] {
  const sources = new Set([id, ...Object.values(options).flatMap(({ from }) => from ?? [])]);
  return [...sources].reduce<readonly OptionsByRule[]>(
    (variants, source) =>
      variants.flatMap((variant) => optionVariants(settings, source).map((chosen) => new Map([...variant, [source, chosen]]))),
    [new Map()],
  );
}

/** What rules look at. */
interface Subjects extends Pick<ApiModel, 'operations' | 'requirements'> {
  readonly responses: readonly { readonly used: UsedResponse; readonly challengeHeader: Header | undefined }[];
  readonly schemes: readonly SecurityScheme[];
}

function subjectsOf({ operations, errorResponses, requirements, schemes }: ApiModel): Subjects {
  const responses = errorResponses.map((used) => ({ used, challengeHeader: findHeader(used.response.headers, headerName) }));
  return { operations, responses, requirements, schemes: [...schemes.byName.values()] };
}

function visitOthers(visitors: RuleVisitors, { responses, requirements, schemes }: Subjects): void {
  if (visitors.errorResponse ?? visitors.unauthorizedResponse ?? visitors.challengeHeader) {
    for (const { used, challengeHeader } of responses) {
      visitors.errorResponse?.(used);
      if (used.status === '401') visitors.unauthorizedResponse?.(used);
      if (challengeHeader) visitors.challengeHeader?.(challengeHeader, used);
    }
  }
  if (visitors.requirement) for (const requirement of requirements) visitors.requirement(requirement);
  if (visitors.scheme) for (const scheme of schemes) visitors.scheme(scheme);
}

function withoutFixes({ fixes: _, ...problem }: Problem): Problem {
  return problem;
}

/** Runs one rule with one choice of options; tells only of places where just these are in force. */
class RuleRunner {
  readonly #rule: Rule;
  readonly #options: OptionsByRule;
  readonly #run: RuleRun;
  readonly #findings: Finding[];
  readonly #report: Report;
  readonly #maker: FindingMaker;
  readonly #found: FoundOfOperations;
  /** Where problems go while a visit is under way whose outcome is to be remembered. */
  #caught: Problem[] | undefined;
  #visitors: RuleVisitors = {};
  #crashed = false;

  constructor(rule: Rule, options: OptionsByRule, run: RuleRun, findings: Finding[], found: FoundOfOperations) {
    this.#rule = rule;
    this.#options = options;
    this.#run = run;
    this.#findings = findings;
    this.#found = found;
    this.#maker = new FindingMaker(rule.id, run.settings, options, run.isPast);
    this.#report = (problem) => {
      if (this.#caught) {
        this.#caught.push(problem);
        return;
      }
      const { uri } = problem.place.file;
      const finding = uri !== run.entry.uri && run.settings.ignores(uri) ? undefined : this.#maker.make(problem);
      if (finding) findings.push(finding);
    };
  }

  visit(api: ApiModel, subjects: Subjects): void {
    const { create, versions } = this.#rule;
    if (!create || !versions.includes(api.version)) return;
    this.#guard(() => {
      this.#visitors = create({
        api,
        option: (name) => this.#option(name),
        concerns: (operation) => this.#maker.severityAt(operation.place.file.uri, operation) !== undefined,
        remember: (operation, compute) => this.#remember(operation, compute),
        fixStyle: this.#run.settings.fix,
        report: this.#report,
      });
      this.#visitOperations(subjects.operations);
      visitOthers(this.#visitors, subjects);
    });
  }

  #visitOperations(operations: readonly Operation[]): void {
    const { operation: visit, end } = this.#visitors;
    if (!visit) return;
    // A rule that has more to say at the end gathers what it visits.
    const memory = end ? undefined : this.#found.said;
    for (const operation of operations) {
      if (!memory) {
        visit(operation);
        continue;
      }
      const before = memory.get(operation);
      const problems = before ?? this.#problemsOf(operation);
      if (!before) memory.set(operation, problems.map(withoutFixes));
      // Fixes may depend on other operations and on what is shared: they are made when somebody asks, for the text as it is now.
      for (const [index, problem] of problems.entries())
        this.#report(before ? { ...problem, fixes: () => madeOnce(this.#problemsOf(operation)[index]?.fixes) } : problem);
    }
  }

  #remember<T>(operation: Operation, compute: () => T): T {
    const known = this.#found.facts.get(operation) as { readonly value: T } | undefined;
    if (known) return known.value;
    const value = compute();
    this.#found.facts.set(operation, { value });
    return value;
  }

  #problemsOf(operation: Operation): readonly Problem[] {
    const caught: Problem[] = [];
    this.#caught = caught;
    try {
      this.#visitors.operation?.(operation);
    } finally {
      this.#caught = undefined;
    }
    return caught;
  }

  end(): void {
    this.#guard(() => this.#visitors.end?.());
  }

  checkFile(file: SourceFile): void {
    this.#guard(() => this.#rule.checkFile?.(file, this.#report));
  }

  #option(name: string): unknown {
    const option = this.#rule.options?.[name];
    const chosen = this.#options.get(option?.from ?? this.#rule.id);
    return chosen && Object.hasOwn(chosen, name) ? chosen[name] : option?.default;
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
