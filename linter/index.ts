// The only door of the linter: what is not exported here is nobody else's business.
import { type Comparable, type Mergeable, mergeResults } from './engine/merge-findings.ts';
import { rulePage } from './report/rule-page.ts';
import { rules } from './rules/index.ts';
import type { RuleInfo } from './rules/support/rule.ts';

export type { Completion, CompletionSubject } from './completion/completion.ts';
export { configurationCompletions } from './completion/configuration.ts';
export { suppressionCompletions } from './completion/suppressions.ts';
export { type Choices, type ConfigurationSource, type HostSettings, noChoices, type RunChoices } from './config/choices.ts';
export type { InForce } from './config/in-force.ts';
export { mayRun } from './config/layers.ts';
export { defaultPreset, presetNames, presetSettings } from './config/presets.ts';
export { type ReadChoices, readChoices } from './config/read-choices.ts';
export { unknownRule } from './config/read-rules.ts';
export type { PresetName, RuleChoice, RuleSetting, RuleSettings } from './config/settings.ts';
export { type FixScope, filesToFix } from './engine/choose-fixes.ts';
export { type EntryResult, isChecked, nothingFound, ownFiles, reaches } from './engine/entry-result.ts';
export { type FixOutcome, fixAll, type WithheldFix } from './engine/fix-all.ts';
export { Linter, type LinterHost } from './engine/linter.ts';
export { type FixClaim, Prover, type Verdict } from './engine/prover.ts';
export { switchOffFix } from './engine/switch-off-fix.ts';
export {
  type FileEdits,
  type Finding,
  type Fix,
  type Location,
  makesFile,
  type OperationRef,
  type RelatedLocation,
  type Severity,
  usableFixes,
} from './findings/finding.ts';
export { declarePublic, undeclaredOperations } from './fixes/undeclared-security.ts';
export { registeredSpelling } from './http/auth-schemes.ts';
export type {
  AuthParam,
  Challenge,
  ChallengeProblem,
  ChallengeProblemKind,
  ParamValue,
  ParsedChallenges,
  Part,
} from './http/challenge.ts';
export { methodName } from './http/method-name.ts';
export { parseChallenges } from './http/parse-challenges.ts';
export { rfcUrl } from './http/rfc-url.ts';
export { challengeRules, paramRules } from './http/scheme-parameters.ts';
export type { AuthNode, AuthSubject, UsedHeader } from './navigation/auth-node.ts';
export { authNodeAt, authNodes } from './navigation/auth-nodes.ts';
export { type ChallengePart, challengePartAt } from './navigation/challenge-part.ts';
export { type Definitions, definitionsAt } from './navigation/definitions.ts';
export { type LinkTarget, linkTarget, type ReferenceLink, referenceLinks } from './navigation/links.ts';
export { namesInFile } from './navigation/names-in-file.ts';
export type { NamedRange, Occurrence } from './navigation/occurrences.ts';
export { type OutlineNode, outlineOf } from './navigation/outline.ts';
export { placeMark, placeRange } from './navigation/place-range.ts';
export { type RenameRefusal, type Renaming, refusalOfAny, renameSymbol } from './navigation/rename-symbol.ts';
export type { AuthSymbol } from './navigation/symbol.ts';
export { type SymbolUses, usesAt } from './navigation/symbol-uses.ts';
export { challengedSchemes, requiredNames } from './openapi/challenges.ts';
export { type Coverage, carriesChallenge, operationCoverage } from './openapi/coverage.ts';
export type {
  ApiModel,
  EffectiveSecurity,
  Flow,
  Header,
  HeaderValue,
  NamedResponse,
  Operation,
  RequiredScheme,
  Response,
  SecurityDeclaration,
  SecurityRequirement,
  SecurityScheme,
  SecurityState,
  StatusResponse,
} from './openapi/model.ts';
export type { UsedDeclaration, UsedRequirement } from './openapi/requirements.ts';
export { operationsWith } from './openapi/scheme-usage.ts';
export { type DeclaredScope, declarationsOfScope } from './openapi/scopes.ts';
export { type SpecifiedObject, specificationOf } from './openapi/specification.ts';
export { findHeader, responseUsers } from './openapi/unauthorized.ts';
export type { Refactoring } from './refactorings/support/refactoring.ts';
export { checkReport } from './report/check-report.ts';
export { type EntryCounts, entryCounts, summarise } from './report/check-summary.ts';
export { compactLine } from './report/compact-line.ts';
export { configurationText } from './report/configuration-text.ts';
export type { CheckReport, CoverageReport, JsonEntry, JsonFinding, JsonRange, JsonSummary } from './report/contract.ts';
export { type CoveredEntry, coverageOf, coverageReport, coveredEntry, usersByName } from './report/coverage-report.ts';
export { csvReport } from './report/csv-report.ts';
export { type Fingerprint, type Fingerprintable, fingerprints } from './report/fingerprint.ts';
export { initialConfiguration } from './report/initial-configuration.ts';
export type { ReportOptions } from './report/json-places.ts';
export { markdownReport } from './report/markdown-report.ts';
export { findingsStyle, pageStyle } from './report/page/assets.ts';
export { html, type Markup } from './report/page/markup.ts';
export { pageFrame } from './report/page/page-frame.ts';
export { type PageOptions, reportPage } from './report/page/report-page.ts';
export { type PlainEdit, type PlainFinding, type PlainFix, type PlainRelated, plainFinding } from './report/plain-finding.ts';
export { type ReportWords, reportWords } from './report/report-words.ts';
export type { RuleInfo } from './rules/support/rule.ts';
export { ignoreFixes, ignoreHere, ignoreInFile } from './suppression/ignore-fixes.ts';
export { decodeText, utf16Encoding } from './text/decode.ts';
export { applyEdits, type TextEdit } from './text/edit.ts';
export { LineIndex } from './text/line-index.ts';
export { codeSpan } from './text/markdown.ts';
export type { Position, Range } from './text/range.ts';
export { brief } from './text/words.ts';
export type { FileProblem, FileSystem, ReadResult } from './workspace/file-system.ts';
export { keyRange, type Place, stringAt } from './workspace/place.ts';
export type { Session as LinterSession } from './workspace/session.ts';
export { configurationNames, isConfigurationFile, looksLikeEntry } from './workspace/sniff.ts';
export type { SourceFile } from './workspace/source-file.ts';
export { decode, normaliseUri } from './workspace/uri.ts';

/** Every rule, sorted by id. */
export const allRules: readonly RuleInfo[] = rules;

/** A rule's page in Markdown; undefined when there is no such rule. */
export function ruleDocumentation(id: string): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule && rulePage(rule);
}

/** The findings of several descriptions as one list: what several of them report of the same text appears once. */
export function mergeFindings<F extends Comparable>(results: readonly Mergeable<F>[]): readonly F[] {
  return mergeResults(results);
}
export { groupBy } from './text/group-by.ts';
export { groupSharing } from './text/group-sharing.ts';
export { memo } from './text/memo.ts';
