import type { OperationRef, Severity } from '../findings/finding.ts';
import type { FixStyle } from '../fixes/fix-style.ts';

export type PresetName = 'minimal' | 'recommended' | 'strict' | 'all';

/** What is in force for one rule. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a person chose for one rule; without options those that were chosen before stay. */
export interface RuleChoice {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>> | undefined;
}

/** The rules in force, by id. A rule that is missing here is off. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** What an override needs to know of an operation. */
export interface OperationFacts extends Pick<OperationRef, 'method' | 'path'> {
  readonly id: string | undefined;
  readonly tags: readonly string[];
}

/** Other choices for some files or operations. */
export interface Override {
  readonly rules: ReadonlyMap<string, RuleChoice>;
  /** True when it holds for what stands in this file (a URI) and is about this operation, if about any. */
  appliesTo(file: string, operation: OperationFacts | undefined): boolean;
}

/** All that a person can choose for a description. */
export interface Settings {
  readonly rules: RuleSettings;
  /** Later ones win. */
  readonly overrides: readonly Override[];
  /** True for files (URIs) of which nobody wants to hear. */
  ignores(file: string): boolean;
  readonly fix: FixStyle;
}

/** What is in force for a rule at one place; off when the rule is not known to the settings. */
export function settingAt(settings: Settings, rule: string, file: string, operation: OperationFacts | undefined): RuleSetting {
  return settings.overrides.reduce<RuleSetting>((setting, override) => {
    const choice = override.rules.get(rule);
    return choice && override.appliesTo(file, operation) ? chosen(setting, choice) : setting;
  }, settings.rules.get(rule) ?? off);
}

/** The options that a rule may have, depending on the place: its own, and those of each override that has some. */
export function optionVariants(settings: Settings, rule: string): readonly RuleSetting['options'][] {
  const base = settings.rules.get(rule) ?? off;
  return [...new Set([base.options, ...choicesFor(settings, rule).flatMap(({ options }) => (options ? [options] : []))])];
}

/** False for a rule that is off everywhere. */
export function isOnAnywhere(settings: Settings, rule: string): boolean {
  return [settings.rules.get(rule) ?? off, ...choicesFor(settings, rule)].some(({ severity }) => severity !== 'off');
}

function choicesFor({ overrides }: Settings, rule: string): readonly RuleChoice[] {
  return overrides.flatMap((override) => override.rules.get(rule) ?? []);
}

/** A setting after a person's choice. */
export function chosen(before: RuleSetting, { severity, options }: RuleChoice): RuleSetting {
  return { severity, options: options ?? before.options };
}

const off: RuleSetting = { severity: 'off', options: {} };
