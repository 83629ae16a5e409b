import { defaultFixStyle } from '../fixes/fix-style.ts';
import type { Problem } from '../rules/support/rule.ts';
import { type Place, rootPlace, stringAt } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { type Configuration, emptyConfiguration } from './configuration.ts';
import { presetNames } from './presets.ts';
import { readFields } from './read-fields.ts';
import { readFixStyle } from './read-fix-style.ts';
import { readGlobs } from './read-globs.ts';
import { readOverrides } from './read-overrides.ts';
import { readRules } from './read-rules.ts';
import type { PresetName } from './settings.ts';
import { unknownWord } from './unknown-words.ts';
import { type Complain, isEmpty, subject } from './values.ts';

/** A configuration file, read. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** Everything that is wrong in it, syntax errors apart. */
  readonly problems: readonly Problem[];
}

/** `$schema` is what editors put into JSON files. */
const keys = ['extends', 'rules', 'overrides', 'fix', 'ignore', '$schema'];

/** Reads a configuration file. A mistake takes nothing else down: what is right has effect. */
export function readConfiguration(file: SourceFile): ReadConfiguration {
  const root = rootPlace(file);
  if (!root || isEmpty(root)) return { configuration: emptyConfiguration, problems: [] };
  const problems: Problem[] = [];
  const complain: Complain = (problem) => problems.push(problem);
  const fields = readFields(root, keys, complain);
  const read = <T>(key: string, reader: (place: Place, complain: Complain) => T): T | undefined => {
    const field = fields.get(key);
    return field && reader(field, complain);
  };
  const configuration: Configuration = {
    extends: read('extends', readPreset),
    rules: read('rules', readRules) ?? emptyConfiguration.rules,
    overrides: read('overrides', readOverrides) ?? [],
    fix: read('fix', readFixStyle) ?? defaultFixStyle,
    ignore: read('ignore', readGlobs) ?? [],
  };
  return { configuration, problems };
}

function readPreset(place: Place, complain: Complain): PresetName | undefined {
  const preset = presetNames.find((name) => name === stringAt(place));
  if (!preset) complain(unknownWord(place, `${subject(place)} is no preset`, presetNames));
  return preset;
}
