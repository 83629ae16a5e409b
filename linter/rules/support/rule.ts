// The shape of a rule. Rules themselves are one file each, named after their id.
import type { Finding, Fix, Severity } from '../../findings/finding.ts';
import type { FixStyle } from '../../fixes/fix-style.ts';
import type { ApiModel, Header, Operation, SecurityScheme } from '../../openapi/model.ts';
import type { UsedRequirement } from '../../openapi/requirements.ts';
import type { UsedResponse } from '../../openapi/unauthorized.ts';
import type { OpenApiVersion } from '../../openapi/versions.ts';
import type { Range } from '../../text/range.ts';
import type { Place } from '../../workspace/place.ts';
import type { SourceFile } from '../../workspace/source-file.ts';

export interface Rule extends RuleInfo {
  /** Options by name; undefined when the rule has none. */
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** Small descriptions that show it: the rule's documentation and its tests. */
  readonly examples: readonly RuleExample[];
  /** Looks at the text of one file, whether it can be read as a description or not. */
  checkFile?(file: SourceFile, report: Report): void;
  /** Called once for each description; what the visitors share may live in its closure. */
  create?(context: RuleContext): RuleVisitors;
}

/** What can be said of a rule without running it. */
export interface RuleInfo {
  /** Also the file's name: it names the defect. */
  readonly id: string;
  /** One line, without a full stop. */
  readonly summary: string;
  /** Why it matters, in Markdown. */
  readonly why: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  /** The smallest preset that has it; presets are cumulative. */
  readonly preset: 'minimal' | 'recommended' | 'strict' | 'all';
  /** The best fix that it can offer. */
  readonly fix: 'safe' | 'suggestion' | 'none';
  /** For descriptions of other versions the rule is not run. */
  readonly versions: readonly OpenApiVersion[];
  readonly references: readonly { readonly title: string; readonly url: string }[];
}

export type RuleCategory = 'Responses' | 'Challenges' | 'Security requirements' | 'Schemes and transport' | 'The description itself';

export interface RuleOption {
  readonly description: string;
  /** The rule whose option of the same name this is: it is chosen there, and only read here. */
  readonly from?: string;
  /** A JSON Schema (draft-07). */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: unknown;
}

/** The options of a rule that can be chosen for it, by name; those that it takes from other rules are chosen there. */
export function ownOptions({ options = {} }: Pick<Rule, 'options'>): readonly (readonly [string, RuleOption])[] {
  return Object.entries(options).filter(([, { from }]) => from === undefined);
}

export interface RuleExample {
  readonly title: string;
  /** Lines of `^^^ rule-id` below a text mark the findings that it has; without any it has none. */
  readonly text: string;
  /** The text after the finding's first fix, for every finding. */
  readonly fixed?: string;
  readonly format?: 'yaml' | 'json';
  /** Where the text is checked, if it is no description: `.auth-lint.yaml`. */
  readonly path?: string;
  /** Further files by their path relative to the description. */
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * Called in this order; `end` when all others were. What is true of the description as a whole is read from `api`, not gathered
 * here: operations that a person exempted are visited all the same. What a rule without `end` says of an operation must depend on that
 * operation alone, fixes apart: it is remembered from one check to the next as long as nothing of the operation has changed.
 */
export interface RuleVisitors {
  /** Every operation, webhook and callback. */
  operation?(operation: Operation): void;
  /** Every response to failed requests in use (4xx codes and ranges, `default`), once for each status. */
  errorResponse?(used: UsedResponse): void;
  /** Those of them that are for 401. */
  unauthorizedResponse?(used: UsedResponse): void;
  /** Every `WWW-Authenticate` header of an error response (by its name in any casing), once for each of these. */
  challengeHeader?(header: Header, used: UsedResponse): void;
  /** Every name in every security requirement. */
  requirement?(used: UsedRequirement): void;
  /** Every security scheme of the description, used or not. */
  scheme?(scheme: SecurityScheme): void;
  end?(): void;
}

export interface RuleContext {
  readonly api: ApiModel;
  /** The option's value: what a person chose, else its default. */
  option(name: string): unknown;
  /** False for an operation for which a person switched the rule off: findings about it are dropped in any case. */
  concerns(operation: Operation): boolean;
  /**
   * What is computed of an operation and depends on nothing else: remembered from one check to the next as long as nothing of the
   * operation has changed. Once for each rule.
   */
  remember<T>(operation: Operation, compute: () => T): T;
  readonly fixStyle: FixStyle;
  readonly report: Report;
}

export type Report = (problem: Problem) => void;

/** What a rule has to say about a place. */
export interface Problem {
  readonly message: string;
  readonly place: Place;
  /** What to mark in the place's file; the place's key when it is left out. */
  readonly range?: Range;
  /** For a problem that is milder than the rule's others; a person's choice can make it milder still. */
  readonly severity?: Severity;
  readonly operations?: readonly Operation[];
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly tags?: Finding['tags'];
  /** A function where it costs something to tell which there are: it is called when somebody asks for the finding's fixes. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
}

export const everyVersion: readonly OpenApiVersion[] = ['2.0', '3.0', '3.1', '3.2'];
