import type { Severity } from '../findings/finding.ts';

export type PresetName = 'minimal' | 'recommended' | 'strict' | 'all';

/** What is in force for one rule. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a person writes for one rule: a severity, or a severity with options. */
export type RuleSettingInput = Severity | 'off' | readonly [Severity | 'off', Readonly<Record<string, unknown>>];

/** The rules in force, by id. A rule that is missing here is off. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;
