import { type InForce, unconfigured } from '../config/in-force.ts';
import type { Finding, Location } from '../findings/finding.ts';
import type { ApiModel } from '../openapi/model.ts';
import type { FileProblem } from '../workspace/file-system.ts';
import { isConfigurationFile } from '../workspace/sniff.ts';

/** What checking one entry document, or one configuration file, gave. */
export interface EntryResult {
  /** Its URI. */
  readonly entry: string;
  /** Undefined when the text is no description, when nothing of it can be read, and when it is ignored. */
  readonly api: ApiModel | undefined;
  /** Why the document itself could not be read. */
  readonly problem: FileProblem | undefined;
  /** Of all files that it reaches, and of its configuration; sorted by file, position, rule. */
  readonly findings: readonly Finding[];
  /** What directives in the texts suppress; in the same order. */
  readonly suppressed: readonly Finding[];
  /** The rule ids in directives that suppressed something. */
  readonly usedSuppressions: readonly Location[];
  /** URIs of all files on which the result depends: that were read or looked for, its configuration included. */
  readonly files: ReadonlySet<string>;
  /** The URI of the configuration file in force; undefined when there is none. */
  readonly configuration: string | undefined;
  /** True when the configuration ignores the document, so that it was not checked. */
  readonly ignored: boolean;
  /** True when the configuration ignores the document, and it was checked all the same. */
  readonly checkedAnyway: boolean;
  readonly inForce: InForce;
}

/** True when a file is part of the description: its configuration is none. */
export function reaches({ files, configuration }: Pick<EntryResult, 'files' | 'configuration'>, uri: string): boolean {
  return files.has(uri) && uri !== configuration && !isConfigurationFile(uri);
}

/** The files of the description itself: that it read or tried to read, without its configuration. */
export function ownFiles(result: Pick<EntryResult, 'files' | 'configuration'>): readonly string[] {
  return [...result.files].filter((uri) => reaches(result, uri));
}

/** True for a description that was checked; false for a configuration file, and for a document that is ignored. */
export function isChecked({ entry, configuration, ignored }: EntryResult): boolean {
  return entry !== configuration && !ignored;
}

/** The result for a document of which nothing can be said. */
export function nothingFound(entry: string): EntryResult {
  return {
    entry,
    api: undefined,
    problem: undefined,
    findings: [],
    suppressed: [],
    usedSuppressions: [],
    files: new Set([entry]),
    configuration: undefined,
    ignored: false,
    checkedAnyway: false,
    inForce: unconfigured(),
  };
}
