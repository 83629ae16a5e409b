import { allRules, type ResolvedSettings, resolveSettings, unknownRule } from '../linter/index.ts';
import type { RuleChoices } from './arguments/invocation.ts';

/** What says that a text could not be read in full: without it, a run that looks clean may not be. */
const alwaysOn = 'syntax-error';

/** The rules that the command line asks for. */
export function settingsFor({ preset, rules, only }: RuleChoices): ResolvedSettings {
  const own = new Map(allRules.map(({ id, severity }) => [id, severity]));
  const chosen = Object.fromEntries(rules.map(({ id, severity }) => [id, severity ?? own.get(id) ?? 'info']));
  const { settings, problems } = resolveSettings(preset, chosen);
  if (only.length === 0) return { settings, problems };
  const restricted = new Map([...settings].filter(([id]) => id === alwaysOn));
  for (const id of only) {
    const setting = settings.get(id);
    const severity = own.get(id);
    if (setting) restricted.set(id, setting);
    else if (severity) restricted.set(id, { severity, options: {} });
  }
  return { settings: restricted, problems: [...problems, ...only.filter((id) => !own.has(id)).map(unknownRule)] };
}
