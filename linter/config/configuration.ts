import { defaultFixStyle, type FixStyle } from '../fixes/fix-style.ts';
import type { PresetName, RuleChoice } from './settings.ts';

/** What a configuration file says; what is wrong in it is left out. */
export interface Configuration {
  readonly extends: PresetName | undefined;
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleChoice>;
  /** In the file's order: later ones win. */
  readonly overrides: readonly ConfiguredOverride[];
  readonly fix: FixStyle;
  /** Globs, relative to the file's folder. */
  readonly ignore: readonly string[];
}

/** Other choices for some files or operations. */
export interface ConfiguredOverride {
  /** Globs, relative to the file's folder; undefined: all files. */
  readonly files: readonly string[] | undefined;
  /** Patterns of operations; undefined: it holds for what is about no operation, too. */
  readonly operations: readonly string[] | undefined;
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleChoice>;
}

export const emptyConfiguration: Configuration = { extends: undefined, rules: new Map(), overrides: [], fix: defaultFixStyle, ignore: [] };
