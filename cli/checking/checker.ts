import { type EntryResult, type Linter, looksLikeEntry } from '../../linter/index.ts';
import { boundaryOf } from '../files/boundary.ts';
import { pathsFrom } from '../files/display-path.ts';
import { FileReader, textOf } from '../files/file-reader.ts';
import { uriOf } from '../files/file-uri.ts';
import { openLinter } from '../open-linter.ts';
import { entryFacts, type Telling } from './facts.ts';
import { Recent } from './recent.ts';
import type { Candidate, Kind, Outcome, Setup } from './work.ts';

/** Checks one file after the other, and keeps nothing but what the next ones may need as well. */
export class Checker {
  readonly #files: FileReader;
  readonly #linter: Linter;
  readonly #telling: Telling;
  readonly #recent: Recent;
  /** URIs of files that an earlier entry told of: to count them, once is enough. */
  readonly #told = new Set<string>();
  #logs: string[] = [];

  /** `files` may have kept what it has read before. */
  constructor({ workingFolder, folders, configuration, choices, named, wanted, overlay }: Setup, files?: FileReader) {
    const boundary = boundaryOf(workingFolder, folders);
    this.#files = files ?? new FileReader(boundary, overlay);
    this.#telling = { wanted, named: new Set(named), relative: pathsFrom(workingFolder) };
    const options = { workingFolder, boundary, configuration, choices, named: this.#telling.named };
    this.#linter = openLinter(options, this.#files, (message) => this.#logs.push(message));
    this.#recent = new Recent(this.#linter);
  }

  /** Checks a file if it is an entry; gives plain data. */
  async check(candidate: Candidate): Promise<Outcome> {
    this.#logs = [];
    const what = await this.#check(candidate);
    return { what, logs: this.#logs };
  }

  async #check({ path, named, bytes }: Candidate): Promise<Kind> {
    const uri = uriOf(path);
    const read = textOf(bytes);
    if ('problem' in read) return { kind: 'unread', refusal: read };
    const claims = looksLikeEntry(read.text);
    if (!claims && !named) {
      this.#files.keep(path, bytes);
      return { kind: 'other' };
    }
    this.#files.hand(uri, read);
    const isEntry = await this.#linter.isEntry(uri);
    const result = isEntry || claims ? await this.#linter.check(uri) : undefined;
    if (!result) return { kind: 'other' };
    // A text that claims to be a description and can't be read as one is a finding, not another kind of file.
    const counts = isEntry || result.findings.some(({ file }) => file === uri);
    const what: Kind = counts ? { kind: 'entry', facts: this.#tell(result) } : { kind: 'other' };
    this.#recent.add(result);
    return what;
  }

  #tell(result: EntryResult) {
    const facts = entryFacts(result, this.#linter, this.#telling);
    // Who keeps facts of some entries and asks anew for others wants each to be whole.
    if (this.#telling.wanted.dependencies) return facts;
    const files = facts.files.filter((file) => !this.#told.has(file));
    for (const file of files) this.#told.add(file);
    return { ...facts, files };
  }
}
