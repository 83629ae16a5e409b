import type { Completion } from '../completion/completion.ts';
import { descriptionCompletions } from '../completion/description.ts';
import type { HostSettings } from '../config/choices.ts';
import { type InForce, inForceFor } from '../config/in-force.ts';
import type { Location } from '../findings/finding.ts';
import type { ApiModel } from '../openapi/model.ts';
import { ModelMemory } from '../openapi/model-memory.ts';
import { readApi } from '../openapi/read-api.ts';
import type { Refactoring } from '../refactorings/support/refactoring.ts';
import { rules } from '../rules/index.ts';
import type { FileSystem, ReadResult } from '../workspace/file-system.ts';
import { Session } from '../workspace/session.ts';
import { isConfigurationFile } from '../workspace/sniff.ts';
import { isEntryDocument, type SourceFile } from '../workspace/source-file.ts';
import { normaliseUri } from '../workspace/uri.ts';
import { type FileState, isReadable, Workspace } from '../workspace/workspace.ts';
import { applySuppressions, type Unsuppressed } from './apply-suppressions.ts';
import { configurationFindings } from './configuration-findings.ts';
import { type EntryResult, reaches } from './entry-result.ts';
import { mergeFindings } from './merge-findings.ts';
import { refactoringsIn } from './refactorings-in.ts';
import { RuleMemory } from './rule-memory.ts';
import { type RuleRun, runRules } from './run-rules.ts';

/** What the linter needs from the world around it. */
export interface LinterHost extends FileSystem {
  /** What the world outside of the files has to say of an entry document's settings. */
  settings(entryUri: string): HostSettings;
  /** Receives what a maintainer needs to know, such as the stack of a rule that crashed. */
  log?(message: string): void;
}

interface Remembered {
  readonly result: EntryResult;
  readonly session: Session;
}

/** What the next check of a document can take over from the last one. */
interface Memory {
  readonly model: ModelMemory;
  readonly rules: RuleMemory;
  inForce: InForce | undefined;
}

/** What the rules said of a document. */
interface Checked extends Unsuppressed {
  readonly api: ApiModel | undefined;
}

const unchecked: Checked = { api: undefined, findings: [], suppressed: [], usedSuppressions: [] };

/** So many rounds of loading are made for one description: each follows references one file further. */
const mostRounds = 1000;

/** Checks descriptions, and remembers what it found for as long as nothing that it looked at has changed. */
export class Linter {
  readonly #host: LinterHost;
  readonly #workspace: Workspace;
  readonly #results = new Map<string, Remembered>();
  /** What the next check of an entry document can take over from the last one. */
  readonly #memories = new Map<string, Memory>();

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

  /** The file on which the last results are built, though it may have changed since; undefined when it could not be read. */
  lastSeen(uri: string): SourceFile | undefined {
    const state = this.#workspace.lastSeen(normaliseUri(uri));
    return isReadable(state) ? state : undefined;
  }

  /** The same as a file system tells it: the text, or why there is none; undefined for a file that nobody has asked for. */
  lastRead(uri: string): ReadResult | undefined {
    const state = this.#workspace.lastSeen(normaliseUri(uri));
    if (!state) return undefined;
    if (isReadable(state)) return { text: state.text };
    return { problem: state.problem, ...(state.detail !== undefined && { detail: state.detail }) };
  }

  /**
   * True when the document's top level has `openapi` or `swagger`, and for a configuration file; false also when it can't be read.
   */
  async isEntry(uri: string): Promise<boolean> {
    const state = await this.#load(normaliseUri(uri));
    return isReadable(state) && (isConfigurationFile(state.uri) || isEntryDocument(state));
  }

  /**
   * Checks an entry document with every file that it reaches, or a configuration file alone; answers at once when nothing has
   * changed since.
   * Undefined when `signal` says that nobody waits for the answer any more.
   */
  async check(entryUri: string, signal?: { readonly aborted: boolean }): Promise<EntryResult | undefined> {
    const uri = normaliseUri(entryUri);
    const known = await this.#current(uri, signal);
    if (known) return known;
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

  /** What is in force for a document, which need not exist. */
  async inForce(uri: string): Promise<InForce> {
    const document = normaliseUri(uri);
    return await this.explore((session) => inForceOf(document, this.#host.settings(document), session));
  }

  /** What a look at the texts gives. It is taken anew as often as it asks for files that are not there yet. */
  async explore<T>(look: (session: Session) => T): Promise<T> {
    for (let round = 0; ; round++) {
      const session = new Session(this.#workspace);
      const found = look(session);
      if (session.missing.size === 0 || round === mostRounds) return found;
      await this.#workspace.load(session.missing);
    }
  }

  /** The entry documents checked so far that reach this file. */
  entriesReaching(uri: string): readonly string[] {
    const file = normaliseUri(uri);
    return [...this.#results.values()].flatMap(({ result }) => (reaches(result, file) ? [result.entry] : []));
  }

  /**
   * The refactorings at a place of a file, as the last check of an entry document that reaches it knows the texts; none when they have
   * changed since.
   */
  async refactorings(entryUri: string, where: Location): Promise<readonly Refactoring[]> {
    const found = await this.#fromModel(entryUri, where.file, (result, file, isPast) =>
      refactoringsIn(result, { file, range: where.range }, isPast),
    );
    return found ?? [];
  }

  /** What can be written about authentication at an offset of a file, as far as one of its entry documents knows; none when texts have changed since its check. */
  async completions(entryUri: string, fileUri: string, offset: number): Promise<readonly Completion[]> {
    const found = await this.#fromModel(entryUri, fileUri, ({ api, inForce }, file) =>
      api ? descriptionCompletions({ api, fixStyle: inForce.settings.fix }, file, offset) : [],
    );
    return found ?? [];
  }

  /** What the last check of an entry document tells of a file of it; undefined when texts have changed since. */
  async #fromModel<T>(
    entryUri: string,
    fileUri: string,
    tell: (result: EntryResult, file: SourceFile, isPast: () => boolean) => T,
  ): Promise<T | undefined> {
    for (let round = 0; ; round++) {
      const checked = this.#results.get(normaliseUri(entryUri));
      const file = this.file(fileUri);
      const isPast = () => checked?.session.isPast !== false;
      if (!checked || !file || isPast()) return undefined;
      const found = tell(checked.result, file, isPast);
      // Where something new may be put is only looked up now.
      const missing = [...checked.session.missing].filter((uri) => this.#workspace.state(uri) === undefined);
      if (missing.length === 0 || round === mostRounds) return found;
      await this.#workspace.load(missing);
    }
  }

  /** Forgets what was found in an entry document, and every file that only it needed. */
  forget(entryUri: string): void {
    this.#results.delete(normaliseUri(entryUri));
    this.#memories.delete(normaliseUri(entryUri));
    this.#workspace.keepOnly(new Set([...this.#results.values()].flatMap(({ result }) => [...result.files])));
  }

  get host(): LinterHost {
    return this.#host;
  }

  #run(uri: string): Remembered {
    const session = new Session(this.#workspace);
    const state = session.file(uri);
    const settings = this.#host.settings(uri);
    const memory = this.#memoryFor(uri);
    const inForce = inForceOf(uri, settings, session, memory.inForce);
    memory.inForce = inForce;
    const isIgnored = inForce.settings.ignores(uri);
    const checkedAnyway = isIgnored && settings.evenIfIgnored === true;
    const ignored = isIgnored && !checkedAnyway;
    const checked = ignored
      ? this.#checkConfiguration(session, inForce)
      : isReadable(state)
        ? this.#check(state, session, inForce)
        : unchecked;
    const result: EntryResult = {
      entry: uri,
      api: checked.api,
      problem: state && !isReadable(state) ? state.problem : undefined,
      findings: mergeFindings([...checked.findings, ...configurationFindings(inForce)]),
      suppressed: mergeFindings(checked.suppressed),
      usedSuppressions: checked.usedSuppressions,
      files: new Set([...session.files.keys(), ...session.missing]),
      configuration: inForce.file,
      ignored,
      checkedAnyway,
      inForce,
    };
    return { session, result };
  }

  #check(file: SourceFile, session: Session, { settings }: InForce): Checked {
    const memory = this.#memoryFor(file.uri);
    const api = isConfigurationFile(file.uri) ? undefined : readApi(file, session, memory.model);
    const run: RuleRun = {
      entry: file,
      api,
      files: () => [file, ...[...session.files.values()].filter((other): other is SourceFile => isReadable(other) && other !== file)],
      settings,
      memory: memory.rules,
      isPast: () => session.isPast,
      log: (message) => this.#host.log?.(message),
    };
    return { api, ...applySuppressions(runRules(rules, run), run) };
  }

  #memoryFor(uri: string): Memory {
    const memory = this.#memories.get(uri) ?? { model: new ModelMemory(), rules: new RuleMemory(), inForce: undefined };
    this.#memories.set(uri, memory);
    return memory;
  }

  /** Who ignores everything still wants to hear what is wrong with that. */
  #checkConfiguration(session: Session, { file, settings }: InForce): Checked {
    const entry = file === undefined ? undefined : session.file(file);
    if (!isReadable(entry)) return unchecked;
    const run: RuleRun = {
      entry,
      api: undefined,
      files: () => [entry],
      settings,
      isPast: () => session.isPast,
      log: (message) => this.#host.log?.(message),
    };
    return { api: undefined, ...applySuppressions(runRules(rules, run), run) };
  }

  async #load(uri: string): Promise<FileState | undefined> {
    let state = this.#workspace.state(uri);
    for (let round = 0; !state && round < mostRounds; round++) {
      await this.#workspace.load([uri]);
      state = this.#workspace.state(uri);
    }
    return state;
  }

  /** The last result for a document if nothing has changed since; files that may have are waited for, for as long as others may come to be so. */
  async #current(uri: string, signal: { readonly aborted: boolean } | undefined): Promise<EntryResult | undefined> {
    for (let round = 0; round < mostRounds && !signal?.aborted; round++) {
      const known = this.#results.get(uri);
      const stale = [...(known?.result.files ?? [])].filter((file) => this.#workspace.state(file) === undefined);
      if (stale.length === 0) return known?.session.isCurrent() ? known.result : undefined;
      await this.#workspace.load(stale);
    }
    return undefined;
  }
}

/** A configuration file is its own configuration, whatever stands beside it. */
function inForceOf(uri: string, settings: HostSettings, session: Session, before?: InForce): InForce {
  return inForceFor(uri, isConfigurationFile(uri) ? { ...settings, configuration: { kind: 'file', uri } } : settings, session, before);
}
