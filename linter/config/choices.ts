import type { PresetName, RuleChoice } from './settings.ts';

/** What a person chose elsewhere than in a configuration file: in the settings of an editor, on a command line. */
export interface Choices {
  readonly preset?: PresetName;
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleChoice>;
}

/** Choices for one run, that can restrict it. */
export interface RunChoices extends Choices {
  /** The rules that are run, with those that say what could not be read; without it all. */
  readonly only?: readonly string[];
}

export const noChoices: Choices = { rules: new Map() };

/** Where the configuration file of a document is found. */
export type ConfigurationSource =
  /** In the document's folder or the nearest one above it, up to `root` (a folder's URI). */
  { readonly kind: 'nearest'; readonly root: string } | { readonly kind: 'file'; readonly uri: string } | { readonly kind: 'none' };

/** What the world around the linter has to say of a document's settings. */
export interface HostSettings {
  readonly configuration: ConfigurationSource;
  /** Fills in what the configuration file leaves open. */
  readonly below: Choices;
  /** Wins over the configuration file. */
  readonly above: RunChoices;
  /** True for a document that is checked although the configuration ignores it. */
  readonly evenIfIgnored?: boolean;
}
