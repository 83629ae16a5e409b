import type { Problem } from '../rules/support/rule.ts';
import { emptyPlace } from '../workspace/place.ts';
import type { Session } from '../workspace/session.ts';
import { sourceFile } from '../workspace/source-file.ts';
import { folderOf } from '../workspace/uri.ts';
import { type FileState, isReadable } from '../workspace/workspace.ts';
import { type HostSettings, noChoices } from './choices.ts';
import { type Configuration, emptyConfiguration } from './configuration.ts';
import { findConfiguration } from './find-configuration.ts';
import { type Layers, layersOf } from './layers.ts';
import { placeMatcher } from './place-matcher.ts';
import { type ReadConfiguration, readConfiguration } from './read-configuration.ts';
import type { Settings } from './settings.ts';

/** What is in force for a document, and where that comes from. */
export interface InForce extends Layers {
  /** The URI of the configuration file; undefined when there is none. */
  readonly file: string | undefined;
  readonly configuration: Configuration;
  /** All of it, as rules are run with it. */
  readonly settings: Settings;
  /** What is wrong in the configuration file, syntax errors apart. */
  readonly problems: readonly Problem[];
  readonly origin: Origin;
}

/** What settings were made from: as long as it is the same, they are. */
interface Origin extends Pick<HostSettings, 'below' | 'above'> {
  readonly state: FileState | undefined;
  readonly revision: number | undefined;
}

/**
 * What is in force for a document as far as the session knows: while files are missing, it may be something else. `before` is what was
 * in force for it the last time: the same object when it still is.
 */
export function inForceFor(document: string, host: HostSettings, session: Session, before?: InForce): InForce {
  const state = findConfiguration(document, host.configuration, session);
  const origin = { state, revision: isReadable(state) ? state.revision : undefined, below: host.below, above: host.above };
  if (before && isSame(before.origin, origin)) return before;
  return together(origin, state ? readState(state) : nothingRead, state?.uri);
}

function isSame(a: Origin, b: Origin): boolean {
  return a.state === b.state && a.revision === b.revision && a.below === b.below && a.above === b.above;
}

/** What is in force where nobody chose anything. */
export function unconfigured(): InForce {
  return together({ state: undefined, revision: undefined, below: noChoices, above: noChoices }, nothingRead, undefined);
}

const nothingRead: ReadConfiguration = { configuration: emptyConfiguration, problems: [] };

function together(origin: Origin, { configuration, problems }: ReadConfiguration, file: string | undefined): InForce {
  const layers = layersOf(origin, configuration);
  return { ...layers, origin, file, configuration, problems, settings: settingsOf(layers, configuration, file) };
}

function readState(state: FileState): ReadConfiguration {
  if (isReadable(state)) return readConfiguration(state);
  const message = `This configuration has no effect: it can't be read${state.detail === undefined ? '' : ` (${state.detail})`}. Make it a text that can be.`;
  return { ...nothingRead, problems: [{ place: emptyPlace(sourceFile(state.uri, '')), message }] };
}

function settingsOf({ rules, overrides }: Layers, { fix, ignore }: Configuration, file: string | undefined): Settings {
  const matches = placeMatcher(file === undefined ? undefined : folderOf(file));
  return {
    rules,
    fix,
    overrides: overrides.map((override) => ({
      rules: override.rules,
      appliesTo: (uri, operation) => matches.file(override.files, uri) && matches.operation(override.operations, operation),
    })),
    // Who ignores everything still wants to hear what is wrong with that.
    ignores: (uri) => uri !== file && matches.file(ignore, uri),
  };
}
