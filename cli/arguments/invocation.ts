import type { PresetName, Severity } from '../../linter/index.ts';
import type { Shard } from '../targets/shard.ts';
import type { CommandName, checkFormats, colorChoices, failOnChoices, reportFormats } from './options.ts';

export type ColorChoice = (typeof colorChoices)[number];

/** What `--rule` says of a rule; no severity: the rule's own. */
export interface RuleChoice {
  readonly id: string;
  readonly severity: Severity | 'off' | undefined;
}

/** What `--preset`, `--rule` and `--only` say together. */
export interface RuleChoices {
  /** Undefined: what the configuration extends. */
  readonly preset: PresetName | undefined;
  readonly rules: readonly RuleChoice[];
  /** Empty: all. */
  readonly only: readonly string[];
}

/** Which configuration file counts: the nearest one to each description, none, or a certain one (its path). */
export type ConfigurationChoice = { readonly kind: 'nearest' | 'none' } | { readonly kind: 'file'; readonly path: string };

/** What `--fix`, `--fix-suggestions` and `--fix-dry-run` say together. */
export interface FixChoice {
  readonly suggestions: boolean;
  /** True when nothing is to be written. */
  readonly dryRun: boolean;
}

/** What `--baseline` and `--update-baseline` say together. */
export interface BaselineChoice {
  readonly path: string;
  /** True when all findings are to be written into it. */
  readonly update: boolean;
}

export type CheckFormat = (typeof checkFormats)[number];
export type ReportFormat = (typeof reportFormats)[number];

/** A form in which the result is told, and the path of the file that gets it; undefined: it is printed. */
export interface OutputChoice<Format extends string> {
  readonly format: Format;
  readonly file: string | undefined;
}

export interface CheckInvocation {
  readonly command: 'check';
  readonly color: ColorChoice;
  readonly paths: readonly string[];
  /** At most one is printed. */
  readonly outputs: readonly OutputChoice<CheckFormat>[];
  readonly failOn: (typeof failOnChoices)[number];
  /** So many warnings are let pass; undefined: as many as `failOn` does. */
  readonly maxWarnings: number | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** True when it is checked again whenever something changes. */
  readonly watch: boolean;
  /** Undefined: nothing is to be fixed. */
  readonly fixes: FixChoice | undefined;
  /** Undefined: all findings count. */
  readonly baseline: BaselineChoice | undefined;
  /** How many threads check; undefined: as many as pay. */
  readonly jobs: number | undefined;
  /** Undefined: all of it. */
  readonly shard: Shard | undefined;
  /** What the description in standard input is called; undefined: files are read. */
  readonly stdinFilename: string | undefined;
  readonly configuration: ConfigurationChoice;
  readonly choices: RuleChoices;
}

export interface ReportInvocation {
  readonly command: 'report';
  readonly color: ColorChoice;
  readonly paths: readonly string[];
  /** At most one is printed. */
  readonly outputs: readonly OutputChoice<ReportFormat>[];
  readonly jobs: number | undefined;
  readonly shard: Shard | undefined;
  readonly configuration: ConfigurationChoice;
}

export interface PrintConfigInvocation {
  readonly command: 'print-config';
  readonly color: ColorChoice;
  /** The description's path. */
  readonly path: string;
  readonly configuration: ConfigurationChoice;
  readonly choices: RuleChoices;
}

export interface InitInvocation {
  readonly command: 'init';
  readonly color: ColorChoice;
  /** The folder's path. */
  readonly folder: string;
  /** Undefined: the usual one. */
  readonly preset: PresetName | undefined;
}

/** What the arguments ask for. */
export type Invocation =
  | CheckInvocation
  | ReportInvocation
  | PrintConfigInvocation
  | InitInvocation
  | { readonly command: 'rules'; readonly color: ColorChoice }
  | { readonly command: 'explain'; readonly color: ColorChoice; readonly rule: string }
  | { readonly command: 'lsp' }
  | { readonly command: 'version' }
  /** `about` is undefined for the help on everything. */
  | { readonly command: 'help'; readonly about: CommandName | undefined }
  /** `about` is the command whose help may be of use. */
  | { readonly command: 'misused'; readonly problem: string; readonly about: CommandName | undefined };
