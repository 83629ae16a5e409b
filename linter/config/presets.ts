import type { Severity } from '../findings/finding.ts';
import { rules } from '../rules/index.ts';
import type { PresetName, RuleSettings } from './settings.ts';

/** From the smallest to the largest. */
export const presetNames: readonly PresetName[] = ['minimal', 'recommended', 'strict', 'all'];

export const defaultPreset: PresetName = 'recommended';

/** What a person may choose for a rule, from nothing to the gravest. */
export const ruleSeverities: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

/** The rules of a preset with their own severities; presets are cumulative. */
export function presetSettings(preset: PresetName): RuleSettings {
  const level = presetNames.indexOf(preset);
  return new Map(
    rules.flatMap(({ id, severity, preset: smallest }) =>
      presetNames.indexOf(smallest) <= level ? [[id, { severity, options: {} }]] : [],
    ),
  );
}
