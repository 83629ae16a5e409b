import { rules as allRules } from '../rules/index.ts';
import type { Choices, HostSettings, RunChoices } from './choices.ts';
import type { Configuration, ConfiguredOverride } from './configuration.ts';
import { defaultPreset, presetSettings } from './presets.ts';
import { chosen, type PresetName, type RuleChoice, type RuleSetting, type RuleSettings } from './settings.ts';

/** Everything that is chosen for rules, put together. */
export interface Layers {
  readonly preset: PresetName;
  readonly rules: RuleSettings;
  readonly overrides: readonly ConfiguredOverride[];
}

/** Puts choices together: the preset, what fills in, the configuration file, its overrides, and what wins over all of them. */
export function layersOf({ below, above }: Pick<HostSettings, 'below' | 'above'>, configuration: Configuration): Layers {
  const preset = above.preset ?? configuration.extends ?? below.preset ?? defaultPreset;
  const configured = choose(choose(presetSettings(preset), below), configuration);
  const layers = { preset, rules: switchOn(configured, above.only ?? []), overrides: configuration.overrides };
  return shareOptions(restrict(insist(layers, above), above));
}

function choose(settings: RuleSettings, { rules }: Pick<Choices, 'rules'>): RuleSettings {
  return new Map([...settings, ...[...rules].map(([id, choice]) => [id, chosen(settings.get(id) ?? off, choice)] as const)]);
}

const off: RuleSetting = { severity: 'off', options: {} };

/** Gives rules that are off their own severity. */
function switchOn(settings: RuleSettings, ids: readonly string[]): RuleSettings {
  const asleep = allRules.filter(({ id }) => ids.includes(id) && (settings.get(id) ?? off).severity === 'off');
  return choose(settings, { rules: new Map(asleep.map(({ id, severity }) => [id, { severity, options: undefined }])) });
}

/** Choices that win over overrides, too. */
function insist(layers: Layers, choices: Choices): Layers {
  const final = ([id, { severity, options }]: readonly [string, RuleChoice]): readonly [string, RuleChoice] => {
    const choice = choices.rules.get(id);
    return [id, choice ? { severity: choice.severity, options: choice.options ?? options } : { severity, options }];
  };
  const overrides = layers.overrides.map((override) => ({ ...override, rules: new Map([...override.rules].map(final)) }));
  return { ...layers, rules: choose(layers.rules, choices), overrides };
}

/** Makes equal options one object: a rule is run once for each that it may have. */
function shareOptions({ preset, rules, overrides }: Layers): Layers {
  const shared = new Map<string, RuleSetting['options']>();
  const share = <Options extends RuleChoice['options']>(options: Options): Options | RuleSetting['options'] => {
    if (!options) return options;
    const text = JSON.stringify(options);
    const known = shared.get(text) ?? options;
    shared.set(text, known);
    return known;
  };
  const shareAll = <Choice extends RuleChoice>(choices: ReadonlyMap<string, Choice>) =>
    new Map([...choices].map(([id, choice]) => [id, { ...choice, options: share(choice.options) }]));
  return { preset, rules: shareAll(rules), overrides: overrides.map((override) => ({ ...override, rules: shareAll(override.rules) })) };
}

/** Without these rules a run that looks clean may not be: they say what could not be read. */
const alwaysKept: readonly string[] = ['invalid-configuration', 'syntax-error'];

/** True for a rule that these choices let run; it may be off all the same. */
export function mayRun(id: string, { only }: Pick<RunChoices, 'only'>): boolean {
  return !only || only.includes(id) || alwaysKept.includes(id);
}

function restrict(layers: Layers, choices: RunChoices): Layers {
  if (!choices.only) return layers;
  const isKept = (id: string) => mayRun(id, choices);
  const overrides = layers.overrides.map((override) => ({ ...override, rules: new Map([...override.rules].filter(([id]) => isKept(id))) }));
  // Off, not gone: rules may take options of others.
  const rules = [...layers.rules].map(([id, setting]): [string, RuleSetting] => [
    id,
    isKept(id) ? setting : { ...setting, severity: 'off' },
  ]);
  return { ...layers, rules: new Map(rules), overrides };
}
