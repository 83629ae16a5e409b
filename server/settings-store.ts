import { type Choices, type PresetName, presetNames, readChoices } from '../linter/index.ts';

/** What a person chose for a file. */
export interface FileSettings {
  readonly enable: boolean;
  /** Whether there are lenses above operations and security schemes. */
  readonly codeLens: boolean;
  /** Whether operations show what they inherit. */
  readonly inlayHints: boolean;
  /** They fill in what a configuration file leaves open. */
  readonly choices: Choices;
}

/** Where settings come from: the raw value of section `authLint` for each URI, in order. */
export type SettingsSource = (uris: readonly string[]) => Promise<readonly unknown[]>;

/** The settings of files, asked for once and kept until they change. */
export class SettingsStore {
  readonly #source: SettingsSource;
  readonly #log: (message: string) => void;
  readonly #byUri = new Map<string, FileSettings>();
  /** Equal settings are one object, and their mistakes are told once. */
  readonly #byText = new Map<string, FileSettings>();
  #epoch = 0;

  constructor(source: SettingsSource, log: (message: string) => void) {
    this.#source = source;
    this.#log = log;
  }

  /** Makes the settings of these files known. */
  async load(uris: Iterable<string>): Promise<void> {
    let unknown = [...uris].filter((uri) => !this.#byUri.has(uri));
    while (unknown.length > 0) {
      const epoch = this.#epoch;
      const values = await this.#fetch(unknown);
      if (epoch !== this.#epoch) continue;
      for (const [index, uri] of unknown.entries()) this.#byUri.set(uri, this.#parse(values[index]));
      unknown = [];
    }
  }

  /** The settings of a file; the defaults when they were not loaded. */
  get(uri: string): FileSettings {
    return this.#byUri.get(uri) ?? this.#parse(undefined);
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  /** Drops everything: settings changed. */
  clear(): void {
    this.#epoch++;
    this.#byUri.clear();
    this.#byText.clear();
  }

  async #fetch(uris: readonly string[]): Promise<readonly unknown[]> {
    try {
      return await this.#source(uris);
    } catch (error) {
      this.#log(`The settings could not be read, the defaults hold: ${String(error)}`);
      return [];
    }
  }

  #parse(value: unknown): FileSettings {
    const text = JSON.stringify(value) ?? '';
    let settings = this.#byText.get(text);
    if (!settings) {
      settings = parseSettings(value, this.#log);
      this.#byText.set(text, settings);
    }
    return settings;
  }
}

/** Malformed parts count as not written, and are logged. */
function parseSettings(value: unknown, log: (message: string) => void): FileSettings {
  const { enable, codeLens, inlayHints, preset, rules } = isRecord(value) ? value : {};
  const isUnset = (part: unknown): boolean => part === undefined || part === null;
  for (const [name, part] of Object.entries({ enable, codeLens, inlayHints })) {
    if (!isUnset(part) && typeof part !== 'boolean') log(`authLint.${name} must be true or false.`);
  }
  if (!isUnset(preset) && !isPreset(preset)) log(`authLint.preset must be one of ${presetNames.join(', ')}.`);
  if (!isUnset(rules) && !isRecord(rules)) log('authLint.rules must be an object of rule ids.');
  const read = readChoices(isRecord(rules) ? rules : {});
  for (const { pointer, message } of read.problems) log(`authLint.rules, at ${pointer}: ${message}`);
  return {
    enable: enable !== false,
    codeLens: codeLens === true,
    inlayHints: inlayHints !== false,
    choices: { rules: read.rules, ...(isPreset(preset) && { preset }) },
  };
}

function isPreset(value: unknown): value is PresetName {
  return presetNames.some((name) => name === value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
