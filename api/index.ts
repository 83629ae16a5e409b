// The public door of the npm package: what is exported here, and in node.ts, is documented in docs/api.md and stays.
import { version as ownVersion } from './version.ts';

export {
  type AuthParam,
  type Challenge,
  type ChallengeProblem,
  type ChallengeProblemKind,
  type ParamValue,
  type ParsedChallenges,
  type Part,
  parseChallenges,
  type Range,
  type TextEdit,
} from '../linter/index.ts';
export type {
  JsonEdit as Edit,
  JsonFinding as Finding,
  JsonFix as Fix,
  JsonOperationRef as OperationRef,
  JsonPosition as Position,
  JsonRange as LineRange,
  JsonRelated as RelatedLocation,
  JsonStates as States,
  JsonSummary as Summary,
} from '../linter/report/contract.ts';
export { type FileChange, type FixOptions, type FixResult, fix, type WithheldFix } from './fix.ts';
export { type LintResult, lint, type Skipped, type SkipReason } from './lint.ts';
export type { ConfigurationChoice, LintOptions, Preset, ReadText, RuleChoice, RuleOptions, Severity } from './options.ts';
export { type Rule, ruleDocumentation, rules } from './rules.ts';

/** The version of this package. */
export const version: string = ownVersion;
