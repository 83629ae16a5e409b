import type { RunChoices } from '../../linter/index.ts';
import type { ConfigurationChoice } from '../arguments/invocation.ts';
import type { Overlay, Refusal } from '../files/file-reader.ts';
import type { EntryFacts, Wanted } from './facts.ts';

// All of this is plain data: it goes from one thread to another.

/** What holds for everything that is checked. */
export interface Setup {
  readonly workingFolder: string;
  /** The folders beside it that may be read. */
  readonly folders: readonly string[];
  readonly configuration: ConfigurationChoice;
  readonly choices: RunChoices;
  /** The URIs of files whose own names stand on the command line. */
  readonly named: readonly string[];
  readonly wanted: Wanted;
  readonly overlay: Overlay;
}

/** A file that may be a description. */
export interface Candidate {
  readonly path: string;
  readonly named: boolean;
  readonly bytes: Uint8Array;
}

/** What became of a file. */
export interface Outcome {
  readonly what: Kind;
  /** What a maintainer needs to know. */
  readonly logs: readonly string[];
}

export type Kind =
  /** A description, a text that seems to be one but can't be read as one, or a named configuration file. */
  | { readonly kind: 'entry'; readonly facts: EntryFacts }
  /** Something else, or nothing that could be said of it. */
  | { readonly kind: 'other' }
  | { readonly kind: 'unread'; readonly refusal: Refusal };

/** Receives what became of a target, by its index among all. */
export type Receive = (index: number, outcome: Outcome) => void;

/** What is left of those that were descriptions. */
export function factsIn(outcomes: readonly Outcome[]): readonly EntryFacts[] {
  return outcomes.flatMap(({ what }) => (what.kind === 'entry' ? [what.facts] : []));
}
