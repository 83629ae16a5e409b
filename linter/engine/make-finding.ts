import { type RuleSetting, type Settings, settingAt } from '../config/settings.ts';
import { type Finding, type Fix, isGraver, type OperationRef, type Severity, severities } from '../findings/finding.ts';
import type { Operation } from '../openapi/model.ts';
import type { Problem } from '../rules/support/rule.ts';
import { lazy } from '../text/lazy.ts';
import { keyRange } from '../workspace/place.ts';

/** Makes findings of what one rule reports: with the severity that a person chose for the place, or none where the rule is off. */
export class FindingMaker {
  readonly #rule: string;
  readonly #settings: Settings;
  readonly #options: OptionsByRule;
  readonly #refs = new Map<readonly Operation[], readonly OperationRef[]>();

  readonly #isPast: () => boolean;

  /** With `options`, only of places where just these are in force. `isPast` says that texts have changed since: then there are no fixes. */
  constructor(rule: string, settings: Settings, options: OptionsByRule = new Map(), isPast: () => boolean = () => false) {
    this.#isPast = isPast;
    this.#rule = rule;
    // Every finding asks: those that choose nothing here need not be looked at each time.
    const overrides = settings.overrides.filter(({ rules }) => [rule, ...options.keys()].some((id) => rules.has(id)));
    this.#settings = { ...settings, overrides };
    // Without overrides the same options are in force everywhere.
    this.#options = overrides.length === 0 ? new Map() : options;
  }

  /** Undefined where the rule is off. */
  make({ place, range, message, operations = [], related = [], tags = [], fixes, severity }: Problem): Finding | undefined {
    const file = place.file.uri;
    const concerned = this.#concerned(file, operations);
    if (!concerned) return undefined;
    const isPast = this.#isPast;
    const made = lazy(() => (isPast() ? [] : madeOnce(fixes).map((fix) => ({ ...fix, edits: lazy(() => (isPast() ? [] : fix.edits())) }))));
    return {
      rule: this.#rule,
      severity: mildest(concerned.severity, severity),
      message,
      file,
      range: range ?? keyRange(place),
      pointer: place.pointer,
      operations: this.#refsOf(concerned.operations),
      related: related.map(({ place: there, message: text }) => ({ file: there.file.uri, range: keyRange(there), message: text })),
      tags,
      get fixes() {
        return made();
      },
    };
  }

  /** The severity in force for a file (a URI), or for an operation there; undefined where the rule is off, or has other options. */
  severityAt(file: string, operation: Operation | undefined): Severity | undefined {
    const at = (rule: string) => settingAt(this.#settings, rule, file, operation);
    const { severity } = at(this.#rule);
    return severity === 'off' || [...this.#options].some(([rule, options]) => at(rule).options !== options) ? undefined : severity;
  }

  /** The operations for which the rule is on, with the gravest severity that it has there; undefined when it is off for all. */
  #concerned(file: string, operations: readonly Operation[]): Concerned | undefined {
    if (operations.length === 0 || this.#settings.overrides.length === 0) {
      const severity = this.severityAt(file, undefined);
      return severity && { severity, operations };
    }
    const all = operations.map((operation) => this.severityAt(file, operation));
    const on = all.filter((severity) => severity !== undefined);
    const severity = severities.findLast((each) => on.includes(each));
    return severity && { severity, operations: on.length === all.length ? operations : operations.filter((_, index) => all[index]) };
  }

  /** The same list for the same operations: a rule may report much of all of them. */
  #refsOf(operations: readonly Operation[]): readonly OperationRef[] {
    let refs = this.#refs.get(operations);
    if (!refs) {
      refs = operations.map(operationRef);
      this.#refs.set(operations, refs);
    }
    return refs;
  }
}

/** Options by rule id: those of a rule, and of others of which it reads some. */
export type OptionsByRule = ReadonlyMap<string, RuleSetting['options']>;

interface Concerned {
  readonly severity: Severity;
  readonly operations: readonly Operation[];
}

/** Fixes whose edits are built once. */
export function madeOnce(fixes: Problem['fixes'] = []): readonly Fix[] {
  return (typeof fixes === 'function' ? fixes() : fixes).map((fix) => ({ ...fix, edits: lazy(() => fix.edits()) }));
}

function mildest(a: Severity, b: Severity = a): Severity {
  return isGraver(a, b) ? b : a;
}

function operationRef({ kind, method, path, place }: Operation): OperationRef {
  return { kind, method, path, file: place.file.uri, pointer: place.pointer };
}
