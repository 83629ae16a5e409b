import type { PresetName, RuleSetting, RuleSettings } from '../engine/settings.ts';
import { rules } from '../rules/index.ts';
import { nearest } from '../text/distance.ts';
import { optionProblems } from './option-values.ts';

export const presetNames: readonly PresetName[] = ['minimal', 'recommended', 'strict', 'all'];

const severities: readonly string[] = ['off', 'info', 'warning', 'error'];

/** The rules of a preset with their own severities; presets are cumulative. */
export function presetSettings(preset: PresetName): RuleSettings {
  const level = presetNames.indexOf(preset);
  return new Map(
    rules.flatMap(({ id, severity, preset: smallest }) =>
      presetNames.indexOf(smallest) <= level ? [[id, { severity, options: {} }]] : [],
    ),
  );
}

export interface ResolvedSettings {
  readonly settings: RuleSettings;
  /** What was wrong with the choices, a sentence each; those that are wrong have no effect. */
  readonly problems: readonly string[];
}

/** A preset with a person's choices: by rule id a severity, or `[severity, options]`. */
export function resolveSettings(preset: PresetName, choices: Readonly<Record<string, unknown>>): ResolvedSettings {
  const settings = new Map(presetSettings(preset));
  const problems: string[] = [];
  for (const [id, choice] of Object.entries(choices)) {
    const rule = rules.find((candidate) => candidate.id === id);
    const setting = rule && readChoice(choice);
    const wrong = setting ? optionProblems(id, rule.options ?? {}, setting.options) : [];
    if (setting && wrong.length === 0) settings.set(id, setting);
    else if (setting) problems.push(...wrong);
    else
      problems.push(
        rule ? `The setting of ${id} is neither a severity (${severities.join(', ')}) nor [severity, options].` : unknownRule(id),
      );
  }
  return { settings, problems };
}

/** A sentence that says that a rule doesn't exist, and which one may be meant. */
export function unknownRule(id: string): string {
  const near = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return `There is no rule ${id}.${near ? ` Did you mean ${near}?` : ''}`;
}

function readChoice(choice: unknown): RuleSetting | undefined {
  const [severity, options = {}, ...rest] = Array.isArray(choice) ? choice : [choice];
  if (typeof severity !== 'string' || !severities.includes(severity) || !isOptions(options) || rest.length > 0) return undefined;
  return { severity: severity as RuleSetting['severity'], options };
}

function isOptions(value: unknown): value is RuleSetting['options'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
