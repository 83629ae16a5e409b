// The only door of the linter: what is not exported here is nobody else's business.
import type { EntryResult } from './engine/linter.ts';
import { mergeFindings as mergeAll } from './engine/merge-findings.ts';
import type { Finding } from './findings/finding.ts';
import { rulePage } from './report/rule-page.ts';
import { rules } from './rules/index.ts';
import type { RuleInfo } from './rules/support/rule.ts';

export { presetNames, presetSettings, type ResolvedSettings, resolveSettings, unknownRule } from './config/resolve-settings.ts';
export { type FixScope, fixAll } from './engine/fix-all.ts';
export { type EntryResult, Linter, type LinterHost } from './engine/linter.ts';
export type { PresetName, RuleSetting, RuleSettingInput, RuleSettings } from './engine/settings.ts';
export {
  type FileEdits,
  type Finding,
  type Fix,
  type Location,
  type OperationRef,
  type RelatedLocation,
  type Severity,
  usableFixes,
} from './findings/finding.ts';
export type { ApiModel, Operation, SecurityState } from './openapi/model.ts';
export { checkReport, summarise } from './report/check-report.ts';
export type { CheckReport, CoverageReport, JsonFinding, JsonSummary } from './report/contract.ts';
export { coverageReport } from './report/coverage-report.ts';
export type { ReportOptions } from './report/json-places.ts';
export type { RuleInfo } from './rules/support/rule.ts';
export { decodeText, utf16Encoding } from './text/decode.ts';
export { applyEdits, type TextEdit } from './text/edit.ts';
export { LineIndex } from './text/line-index.ts';
export type { Position, Range } from './text/range.ts';
export type { FileProblem, FileSystem, ReadResult } from './workspace/file-system.ts';
export { looksLikeEntry } from './workspace/sniff.ts';
export type { SourceFile } from './workspace/source-file.ts';
export { normaliseUri } from './workspace/uri.ts';

/** Every rule, sorted by id. */
export const allRules: readonly RuleInfo[] = rules;

/** A rule's page in Markdown; undefined when there is no such rule. */
export function ruleDocumentation(id: string): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule && rulePage(rule);
}

/** The findings of several descriptions as one list: what several of them report of the same text appears once. */
export function mergeFindings(results: readonly EntryResult[]): readonly Finding[] {
  return mergeAll(results.flatMap(({ findings }) => findings));
}
