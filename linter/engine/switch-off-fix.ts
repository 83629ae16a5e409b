import { type Settings, settingAt } from '../config/settings.ts';
import { newConfiguration, switchOff } from '../config/switch-off.ts';
import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { Operation } from '../openapi/model.ts';
import { isSuppressible } from '../suppression/ignore-fixes.ts';
import { configurationNames } from '../workspace/sniff.ts';
import { fileName, normaliseUri } from '../workspace/uri.ts';
import type { EntryResult } from './entry-result.ts';
import type { Linter } from './linter.ts';

/**
 * The fix that switches a finding's rule off in the configuration of the descriptions that have it (`results`), or makes one where
 * there is none. Undefined where an override of that file would switch it on again, and where no file can be edited or made.
 */
export function switchOffFix(linter: Linter, finding: Finding, results: readonly EntryResult[]): Fix | undefined {
  const { rule } = finding;
  const concerned = results.filter((result) => hasFinding(result, finding));
  if (!isSuppressible(rule) || concerned.length === 0 || !concerned.every((result) => isOffByRules(result, finding))) return undefined;
  const [first, ...others] = distinct(concerned.map((result) => configurationOf(linter, result)));
  if (!first) return undefined;
  const name = first.isNew ? `a new ${fileName(first.uri)}` : fileName(first.uri);
  return {
    title: `Turn ${rule} off in ${others.length > 0 ? `${others.length + 1} configuration files` : name}`,
    kind: 'suggestion',
    preferred: false,
    edits: () => fileEdits([first, ...others].map((each) => edit(linter, each, rule))),
  };
}

/** A configuration file that is in force, or that can be made. */
interface ConfigurationPlace {
  readonly uri: string;
  readonly isNew: boolean;
}

function distinct(places: readonly (ConfigurationPlace | undefined)[]): readonly (ConfigurationPlace | undefined)[] {
  return places.includes(undefined) ? [] : [...new Map(places.map((place) => [place?.uri, place])).values()];
}

function configurationOf(linter: Linter, { entry, configuration }: EntryResult): ConfigurationPlace | undefined {
  if (configuration !== undefined) return { uri: configuration, isNew: false };
  const source = linter.host.settings(entry).configuration;
  if (source.kind !== 'nearest') return undefined;
  // As far from the description as it is still looked for there: it is to hold for others, too.
  const uri = normaliseUri(`${source.root.replace(/\/$/, '')}/${configurationNames[0] ?? ''}`);
  const known = linter.lastRead(uri);
  return known && 'problem' in known && known.problem === 'missing' ? { uri, isNew: true } : undefined;
}

function edit(linter: Linter, place: ConfigurationPlace | undefined, rule: string): FileEdit | undefined {
  if (!place) return undefined;
  if (place.isNew) return newConfiguration(place.uri, rule);
  const file = linter.lastSeen(place.uri);
  return file && switchOff(file, rule);
}

function hasFinding({ findings }: EntryResult, { rule, file, range }: Finding): boolean {
  return findings.some((each) => each.rule === rule && each.file === file && each.range.start === range.start);
}

/** True when no override has the last word at the place of a finding, or says the same there. */
function isOffByRules({ inForce: { settings }, api }: EntryResult, { rule, file, operations }: Finding): boolean {
  if (!settings.overrides.some(({ rules }) => (rules.get(rule)?.severity ?? 'off') !== 'off')) return true;
  const off: Settings = { ...settings, rules: new Map([...settings.rules, [rule, { severity: 'off', options: {} }]]) };
  const isOff = (operation: Operation | undefined) => settingAt(off, rule, file, operation).severity === 'off';
  if (operations.length === 0) return isOff(undefined);
  const named = new Set(operations.map((operation) => `${operation.file} ${operation.pointer}`));
  return (api?.operations ?? []).every(
    (operation) => !named.has(`${operation.place.file.uri} ${operation.place.pointer}`) || isOff(operation),
  );
}
