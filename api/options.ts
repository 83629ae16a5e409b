/** Gives the text of the file at a URI, which is in normal form; undefined when there is none. When it throws, or gives something else, the file is unreadable. */
export type ReadText = (uri: string) => string | undefined | Promise<string | undefined>;

export type Severity = 'error' | 'warning' | 'info';

/** From the smallest to the largest. */
export type Preset = 'minimal' | 'recommended' | 'strict' | 'all';

/** As below `rules` in a configuration file. */
export type RuleChoice = Severity | 'off' | readonly [severity: Severity | 'off', options: Readonly<Record<string, unknown>>];

/** Which rules run, and how. All of it stands before what a configuration file says. */
export interface RuleOptions {
  /** The rules to start from; without it what the configuration extends, or `recommended`. */
  readonly preset?: Preset;
  /** By rule id. */
  readonly rules?: Readonly<Record<string, RuleChoice>>;
  /** The only rules to run, beside those that say what could not be read. */
  readonly only?: readonly string[];
}

/** One configuration file (its URI), or the nearest one from a description's folder up to the folder `upTo` (its URI). */
export type ConfigurationChoice = { readonly file: string } | { readonly upTo: string };

/** What is linted, and how its texts are had. */
export interface LintOptions extends RuleOptions {
  /** The URI of a description, or those of several; what they refer to is read as well. */
  readonly entry: string | readonly string[];
  readonly read: ReadText;
  /** Without it no configuration file counts. */
  readonly configuration?: ConfigurationChoice;
}
