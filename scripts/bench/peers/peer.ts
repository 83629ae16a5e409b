import type { Usage } from '../measure/process.ts';

/** Another linter, installed into a temporary folder. */
export interface Peer {
  readonly name: string;
  /** Lints these files with only its rules on 401s and security schemes. */
  lint(files: readonly string[]): Promise<Usage>;
}

/** One that could not be installed, and why. */
export interface AbsentPeer {
  readonly name: string;
  readonly problem: string;
}

export interface Peers {
  readonly present: readonly Peer[];
  readonly absent: readonly AbsentPeer[];
}

/** What to install for another linter, and how to run it then. */
export interface PeerPackage {
  readonly name: string;
  /** With their versions. */
  readonly packages: readonly string[];
  /** True when the package fetches its program by a script. */
  readonly scripts?: boolean;
  /** Writes its configuration into the folder where it is installed. */
  prepare(folder: string): Peer;
}
