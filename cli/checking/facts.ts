import {
  type CoveredEntry,
  coveredEntry,
  type EntryCounts,
  type EntryResult,
  entryCounts,
  type FixScope,
  filesToFix,
  type Linter,
  type Location,
  type PlainFinding,
  plainFinding,
  reaches,
} from '../../linter/index.ts';
import { type Excerpt, excerptAt } from './excerpt.ts';

/** What a command prints, so that nothing else is made ready. */
export interface Wanted {
  /** What programs want to know: the edits of fixes, and every operation that a finding concerns. */
  readonly details: boolean;
  /** The lines around findings. */
  readonly code: boolean;
  /** What every operation documents. */
  readonly coverage: boolean;
  /** All on which the findings depend. */
  readonly dependencies?: boolean | undefined;
  /** Which fixes are to be applied afterwards. */
  readonly fixes?: Pick<FixScope, 'suggestions'> | undefined;
}

/** What is to be known of an entry before it is fixed; files are URIs. */
export interface FixFacts {
  /** All on which the findings depend, the configuration included. */
  readonly files: readonly string[];
  /** Those that the first fixes would edit or make. */
  readonly toEdit: readonly string[];
}

/** A finding with what reporters show of its surroundings. */
export interface ShownFinding extends PlainFinding {
  /** Undefined when nobody wanted it, and when the file isn't known. */
  readonly code: Excerpt | undefined;
}

/** What is left of a result when its texts and trees are gone; plain data, files are URIs. */
export interface EntryFacts extends EntryCounts {
  readonly entry: string;
  /** How many files it has, itself included. */
  readonly fileCount: number;
  readonly preset: string;
  readonly rulesInForce: number;
  readonly findings: readonly ShownFinding[];
  readonly usedSuppressions: readonly Location[];
  readonly configuration: string | undefined;
  readonly hasMistakenConfiguration: boolean;
  readonly ignored: boolean;
  readonly checkedAnyway: boolean;
  /** Which of the files that were named it reaches. */
  readonly reached: readonly string[];
  readonly coverage: CoveredEntry | undefined;
  /** The URIs of all files that were read or looked for, the configuration included; none when nobody wanted them. */
  readonly dependencies: readonly string[];
  readonly fixing: FixFacts | undefined;
}

/** How facts are told. */
export interface Telling {
  readonly wanted: Wanted;
  /** URIs. */
  readonly named: ReadonlySet<string>;
  relative(uri: string): string;
}

/** What is to be kept of a result. */
export function entryFacts(result: EntryResult, linter: Linter, { wanted, named, relative }: Telling): EntryFacts {
  const { entry, usedSuppressions, configuration, ignored, checkedAnyway, inForce } = result;
  const linesOf = (file: string) => linter.file(file)?.lines;
  const counts = entryCounts(result);
  return {
    ...counts,
    entry,
    fileCount: counts.files.length,
    preset: inForce.preset,
    rulesInForce: [...inForce.rules.values()].filter(({ severity }) => severity !== 'off').length,
    findings: result.findings.map((finding) => {
      const source = wanted.code ? linter.file(finding.file) : undefined;
      const plain = plainFinding(finding, linesOf, wanted.details);
      const operations = wanted.details ? plain.operations : plain.operations.slice(0, 1);
      return { ...plain, operations, code: source && excerptAt(source, finding.range) };
    }),
    usedSuppressions,
    configuration,
    hasMistakenConfiguration: configuration !== undefined && inForce.problems.length > 0,
    ignored,
    checkedAnyway,
    reached: [...named].filter((uri) => reaches(result, uri)),
    coverage: wanted.coverage ? coveredEntry(result, { version: AUTH_LINT_VERSION, relative }) : undefined,
    dependencies: wanted.dependencies ? [...result.files] : [],
    fixing: wanted.fixes && { files: [...result.files], toEdit: filesToFix(result.findings, wanted.fixes) },
  };
}
