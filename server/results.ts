import { type EntryResult, type Finding, groupBy, mergeFindings, ownFiles, reaches } from '../linter/index.ts';

/** The last check of an entry. */
export interface Checked {
  readonly result: EntryResult;
  readonly milliseconds: number;
  /** Set when the check crashed. */
  readonly crash?: string;
}

/** What the checks of entries gave, by entry. */
export class Results {
  readonly #byEntry = new Map<string, Checked>();
  readonly #groups = new WeakMap<EntryResult, ReadonlyMap<string, readonly Finding[]>>();

  get(entry: string): Checked | undefined {
    return this.#byEntry.get(entry);
  }

  set(entry: string, checked: Checked): void {
    this.#byEntry.set(entry, checked);
  }

  delete(entry: string): void {
    this.#byEntry.delete(entry);
  }

  /** True when the entry was checked and its result depends on the file. */
  dependsOn(entry: string, uri: string): boolean {
    const result = this.#byEntry.get(entry)?.result;
    return result !== undefined && dependsOn(result, uri);
  }

  /** The entries whose results depend on one of these files. */
  dependingOn(uris: Iterable<string>): readonly string[] {
    const wanted = new Set(uris);
    return [...this.#byEntry].filter(([, { result }]) => intersects(result, wanted)).map(([entry]) => entry);
  }

  /** The files on which results depend: places where a configuration may come to be, too. */
  dependencies(): ReadonlySet<string> {
    return new Set([...this.#byEntry].flatMap(([entry, { result }]) => [entry, ...result.files]));
  }

  /** The entries of which the file is a part. */
  reaching(uri: string): readonly string[] {
    return [...this.#byEntry].filter(([entry, { result }]) => entry === uri || reaches(result, uri)).map(([entry]) => entry);
  }

  /** The other files that are parts of the entry; none when it was not checked. */
  partsOf(entry: string): readonly string[] {
    const result = this.#byEntry.get(entry)?.result;
    return result ? ownFiles(result).filter((uri) => uri !== entry) : [];
  }

  /** The files of which an entry can tell something: itself, its parts, its configuration; none when it was not checked. */
  filesOf(entry: string): readonly string[] {
    const checked = this.#byEntry.get(entry);
    return checked ? [entry, ...this.partsOf(entry), ...[checked.result.configuration ?? []].flat()] : [];
  }

  /** The files of which any entry can tell something. */
  files(): ReadonlySet<string> {
    return new Set([...this.#byEntry.keys()].flatMap((entry) => this.filesOf(entry)));
  }

  /** What the entries that `counts` accepts found in these files; a file without findings has no item. */
  findingsIn(files: ReadonlySet<string>, counts: (entry: string) => boolean): ReadonlyMap<string, readonly Finding[]> {
    if (files.size === 0) return new Map();
    const results = [...this.#byEntry].flatMap(([entry, { result }]) => (intersects(result, files) && counts(entry) ? [result] : []));
    const [only] = results;
    const byFile = only && results.length === 1 ? this.#grouped(only) : groupBy(mergeFindings(results), ({ file }) => file);
    return new Map([...files].flatMap((file) => [[file, byFile.get(file) ?? []] as const]).filter(([, findings]) => findings.length > 0));
  }

  /** The findings of one result by file: always the same lists, so that what is made of them can be remembered. */
  #grouped(result: EntryResult): ReadonlyMap<string, readonly Finding[]> {
    const known = this.#groups.get(result);
    if (known) return known;
    const grouped = groupBy(result.findings, ({ file }) => file);
    this.#groups.set(result, grouped);
    return grouped;
  }
}

function dependsOn(result: EntryResult, uri: string): boolean {
  return result.entry === uri || result.files.has(uri);
}

function intersects(result: EntryResult, files: ReadonlySet<string>): boolean {
  if (files.size > result.files.size) return files.has(result.entry) || [...result.files].some((file) => files.has(file));
  return [...files].some((file) => dependsOn(result, file));
}
