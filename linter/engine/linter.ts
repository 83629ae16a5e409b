import type { Finding } from '../findings/finding.ts';
import type { ApiModel } from '../openapi/model.ts';
import { readApi } from '../openapi/read-api.ts';
import { rules } from '../rules/index.ts';
import type { FileProblem, FileSystem } from '../workspace/file-system.ts';
import { Session } from '../workspace/session.ts';
import { isEntryDocument, type SourceFile } from '../workspace/source-file.ts';
import { normaliseUri } from '../workspace/uri.ts';
import { type FileState, isReadable, Workspace } from '../workspace/workspace.ts';
import { mergeFindings } from './merge-findings.ts';
import { runRules } from './run-rules.ts';
import type { RuleSettings } from './settings.ts';

/** What the linter needs from the world around it. */
export interface LinterHost extends FileSystem {
  /** The rules in force for an entry document. */
  settings(entryUri: string): RuleSettings;
  /** Receives what a maintainer needs to know, such as the stack of a rule that crashed. */
  log?(message: string): void;
}

/** What checking one entry document gave. */
export interface EntryResult {
  /** Its URI. */
  readonly entry: string;
  /** Undefined when the text is no description, or nothing of it can be read. */
  readonly api: ApiModel | undefined;
  /** Why the entry document itself could not be read. */
  readonly problem: FileProblem | undefined;
  /** Of all files that it reaches, sorted by file, position, rule. */
  readonly findings: readonly Finding[];
  /** URIs of all files that it read or tried to read. */
  readonly files: ReadonlySet<string>;
}

interface Remembered {
  readonly result: EntryResult;
  readonly session: Session;
}

/** So many rounds of loading are made for one description: each follows references one file further. */
const mostRounds = 1000;

/** Checks descriptions, and remembers what it found for as long as nothing that it looked at has changed. */
export class Linter {
  readonly #host: LinterHost;
  readonly #workspace: Workspace;
  readonly #results = new Map<string, Remembered>();

  constructor(host: LinterHost) {
    this.#host = host;
    this.#workspace = new Workspace(host);
  }

  /** Opens a document or gives it a new text; an open document stands before the file. */
  openDocument(uri: string, text: string, version?: number): void {
    this.#workspace.openDocument(normaliseUri(uri), text, version);
  }

  closeDocument(uri: string): void {
    this.#workspace.closeDocument(normaliseUri(uri));
  }

  /** Files may have changed, come or gone; without `uris`, all. */
  filesChanged(uris?: readonly string[]): void {
    this.#workspace.filesChanged(uris?.map(normaliseUri));
  }

  /** What was found under other settings is forgotten. */
  settingsChanged(): void {
    this.#results.clear();
  }

  /** The file as it is known; undefined when it isn't, or can't be read. */
  file(uri: string): SourceFile | undefined {
    const state = this.#workspace.state(normaliseUri(uri));
    return isReadable(state) ? state : undefined;
  }

  /** True when the document's top level has `openapi` or `swagger`; false also when it can't be read. */
  async isEntry(uri: string): Promise<boolean> {
    const state = await this.#load(normaliseUri(uri));
    return isReadable(state) && isEntryDocument(state);
  }

  /**
   * Checks an entry document with every file that it reaches; answers at once when nothing has changed since.
   * Undefined when `signal` says that nobody waits for the answer any more.
   */
  async check(entryUri: string, signal?: { readonly aborted: boolean }): Promise<EntryResult | undefined> {
    const uri = normaliseUri(entryUri);
    const known = this.#results.get(uri);
    if (known) {
      await this.#reload(known.result.files);
      if (known.session.isCurrent()) return known.result;
    }
    for (let round = 0; round < mostRounds && !signal?.aborted; round++) {
      const remembered = this.#run(uri);
      if (remembered.session.missing.size === 0) {
        this.#results.set(uri, remembered);
        return remembered.result;
      }
      await this.#workspace.load(remembered.session.missing);
    }
    return undefined;
  }

  /** The entry documents checked so far that reach this file. */
  entriesReaching(uri: string): readonly string[] {
    const file = normaliseUri(uri);
    return [...this.#results.values()].flatMap(({ result }) => (result.files.has(file) ? [result.entry] : []));
  }

  /** Forgets what was found in an entry document, and every file that only it needed. */
  forget(entryUri: string): void {
    this.#results.delete(normaliseUri(entryUri));
    this.#workspace.keepOnly(new Set([...this.#results.values()].flatMap(({ result }) => [...result.files])));
  }

  get host(): LinterHost {
    return this.#host;
  }

  #run(uri: string): Remembered {
    const session = new Session(this.#workspace);
    const state = session.file(uri);
    const base = { entry: uri, files: new Set([uri]) };
    if (!isReadable(state)) return { session, result: { ...base, api: undefined, problem: state?.problem, findings: [] } };
    const api = readApi(state, session);
    const findings = runRules(rules, {
      entry: state,
      api,
      files: () => [state, ...[...session.files.values()].filter((file): file is SourceFile => isReadable(file) && file !== state)],
      settings: this.#host.settings(uri),
      log: (message) => this.#host.log?.(message),
    });
    const files = new Set([...session.files.keys(), ...session.missing]);
    return { session, result: { ...base, api, problem: undefined, findings: mergeFindings(findings), files } };
  }

  async #load(uri: string): Promise<FileState | undefined> {
    let state = this.#workspace.state(uri);
    for (let round = 0; !state && round < mostRounds; round++) {
      await this.#workspace.load([uri]);
      state = this.#workspace.state(uri);
    }
    return state;
  }

  async #reload(uris: Iterable<string>): Promise<void> {
    const stale = [...uris].filter((uri) => this.#workspace.state(uri) === undefined);
    await this.#workspace.load(stale);
  }
}
