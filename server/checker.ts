import { type EntryResult, type Finding, isConfigurationFile, type Linter, looksLikeEntry, nothingFound } from '../linter/index.ts';
import { Claims } from './claims.ts';
import type { Log } from './log.ts';
import type { OpenDocuments } from './open-documents.ts';
import { type Checked, Results } from './results.ts';
import type { SettingsStore } from './settings-store.ts';
import { breather, type Signal } from './signal.ts';

/** A check under way: it is given up when everybody who waits for it has gone. */
interface Run {
  readonly waiting: Set<Signal>;
  readonly done: Promise<void>;
}

/** Keeps the results of all entries that are wanted up to date, and tells in which files findings may have changed. */
export class Checker {
  readonly #linter: Linter;
  readonly #documents: OpenDocuments;
  readonly #settings: SettingsStore;
  readonly #log: Log;
  readonly #boundsFollowEntries: () => boolean;
  readonly #claims = new Claims();
  readonly #results = new Results();
  readonly #running = new Map<string, Run>();
  /** Open documents of which it must be seen whether they are entries. */
  readonly #unsorted = new Set<string>();
  /** Entries whose result may be out of date. */
  readonly #due = new Set<string>();
  /** Files whose findings may have changed since they were taken. */
  #affected = new Set<string>();
  #generation = 0;
  /** Files are being read again. */
  #confirming: Promise<unknown> = Promise.resolve();
  #listener: () => void = () => undefined;

  /** `boundsFollowEntries`: true while the folders that may be read are those of the entries. */
  constructor(linter: Linter, documents: OpenDocuments, settings: SettingsStore, log: Log, boundsFollowEntries: () => boolean) {
    this.#linter = linter;
    this.#documents = documents;
    this.#settings = settings;
    this.#log = log;
    this.#boundsFollowEntries = boundsFollowEntries;
  }

  /** Counts changes of texts, files and settings: what was computed before a change may be out of date. */
  get generation(): number {
    return this.#generation;
  }

  /** Calls the listener whenever results may be out of date or be shown elsewhere. */
  onDidChange(listener: () => void): void {
    this.#listener = listener;
  }

  /** A document was opened or has a new text. */
  documentChanged(uri: string, text: string, version: number): void {
    this.#linter.openDocument(uri, text, version);
    if (!this.#documents.isHidden(uri)) this.#unsorted.add(uri);
    this.#touched([uri]);
  }

  documentClosed(uri: string): void {
    this.#linter.closeDocument(uri);
    this.documentHidden(uri);
  }

  /** The text of a document does not count any more: its file is gone, and nobody sees it. */
  textGone(uri: string): void {
    this.#linter.closeDocument(uri);
    this.#touched([uri]);
  }

  /** Nobody sees this document any more: an entry is checked for those who see it or a part of it. */
  documentHidden(uri: string): void {
    this.#unsorted.delete(uri);
    this.#claims.seen.delete(uri);
    for (const entry of [uri, ...this.#claims.kept]) this.#letGo(entry);
    this.#touched([uri]);
  }

  /** A document that was hidden is seen again. */
  documentShown(uri: string): void {
    const document = this.#documents.get(uri);
    // Perhaps its text did not count.
    if (document) this.#linter.openDocument(uri, document.getText(), document.version);
    this.#unsorted.add(uri);
    this.#touched([uri]);
  }

  /** Files changed, came or went on disk. */
  filesChanged(uris: readonly string[]): void {
    this.#linter.filesChanged(uris);
    this.#touched(uris);
  }

  /** Reads closed files again; false when one of them was not what it was taken for. */
  async confirmClosed(uris: readonly string[]): Promise<boolean> {
    // One after the other: what one reads again looks changed to all others.
    const turn = this.#confirming.then(() => this.#confirm(uris));
    this.#confirming = turn.catch(() => undefined);
    return await turn;
  }

  async #confirm(uris: readonly string[]): Promise<boolean> {
    const closed = uris.filter((uri) => !this.#documents.has(uri));
    const before = closed.map((uri) => this.#linter.file(uri));
    this.#linter.filesChanged(closed);
    // Asked for something, the linter waits until the file is there again.
    await Promise.all(closed.map((uri) => this.#linter.isEntry(uri)));
    const changed = closed.filter((uri, index) => this.#linter.file(uri) !== before[index]);
    if (changed.length > 0) this.#touched(changed);
    return changed.length === 0;
  }

  /** The linter may know more of these entries than what was kept of them. */
  recheck(entries: readonly string[]): void {
    for (const entry of entries) this.#due.add(entry);
    this.#touched(entries);
  }

  /** Settings changed: no result holds, and no choice of what is shown. */
  settingsChanged(): void {
    this.#linter.settingsChanged();
    for (const entry of this.#claims.all()) this.#due.add(entry);
    this.#touched([...this.#documents.uris(), ...this.#results.files()]);
  }

  /** Which files may be read changed, and with the folders perhaps the settings. */
  boundsChanged(): void {
    this.#linter.filesChanged();
    this.settingsChanged();
  }

  /** Entries to keep checked although they are not open; others that were held are let go. */
  holdOnly(entries: ReadonlySet<string>): void {
    for (const entry of [...this.#claims.held]) {
      if (!entries.has(entry)) this.release(entry);
    }
    for (const entry of entries) this.hold(entry);
  }

  /** Keeps an entry checked although it is not open. */
  hold(entry: string): void {
    this.#claims.held.add(entry);
    this.#affect(entry);
    if (!this.#results.get(entry)) this.#due.add(entry);
    this.#listener();
  }

  /** Lets go of an entry that was held. */
  release(entry: string): void {
    if (this.#claims.held.delete(entry)) this.#letGo(entry);
    this.#listener();
  }

  /** Lets go of the entries that were held in a folder, those apart that lie in one of the others, too. */
  releaseBelow(folder: string, others: readonly string[]): void {
    const isBelow = (entry: string, ancestor: string): boolean => entry.startsWith(`${ancestor}/`);
    for (const entry of [...this.#claims.held]) {
      if (isBelow(entry, folder) && !others.some((other) => isBelow(entry, other))) this.release(entry);
    }
  }

  /** The entries that are checked, for whatever reason. */
  entries(): readonly string[] {
    return this.#claims.all();
  }

  isEntry(uri: string): boolean {
    return this.#claims.isActive(uri);
  }

  /** The checked entries of which a file is a part. */
  reaching(uri: string): readonly string[] {
    return this.#results.reaching(uri);
  }

  /** The files that the checked entries read or looked for. */
  reachedFiles(): ReadonlySet<string> {
    return this.#results.dependencies();
  }

  /** The last check of an entry, or undefined. */
  checked(entry: string): Checked | undefined {
    return this.#results.get(entry);
  }

  /** The findings shown in these files; a file without any has no item. */
  findingsIn(files: ReadonlySet<string>): ReadonlyMap<string, readonly Finding[]> {
    const enabled = [...files].filter((uri) => this.#settings.get(uri).enable);
    const seen = enabled.filter((uri) => this.#documents.isSeen(uri));
    const closed = enabled.filter((uri) => !this.#documents.isSeen(uri));
    return new Map([
      ...this.#results.findingsIn(new Set(seen), () => true),
      ...this.#results.findingsIn(new Set(closed), (entry) => this.#claims.tellsOfClosedFiles(entry)),
    ]);
  }

  /** The files whose findings may have changed since the last call. */
  takeAffected(): ReadonlySet<string> {
    const affected = this.#affected;
    this.#affected = new Set();
    return affected;
  }

  /**
   * Brings the results up to date, with `only` those that matter for this file. What is read without waiting after it
   * belongs together. Returns false when the signal aborted.
   */
  async settle(signal: Signal, only?: string): Promise<boolean> {
    const breathe = breather();
    for (;;) {
      const generation = this.#generation;
      await this.#sortDocuments(generation);
      const due = this.#dueFor(only);
      // In one request: thousands of entries may be due.
      await this.#settings.load(due);
      for (const entry of due) {
        await this.#check(entry, signal);
        if (signal.aborted) return false;
        await breathe();
      }
      await this.#settings.load(only === undefined ? this.#affected : [only]);
      if (generation === this.#generation && this.#dueFor(only).length === 0) return !signal.aborted;
    }
  }

  /** Brings the result of one entry up to date, whatever else is due. Returns false when the signal aborted. */
  async settleEntry(entry: string, signal: Signal): Promise<boolean> {
    while ((this.#due.has(entry) || this.#running.has(entry)) && !signal.aborted) await this.#check(entry, signal);
    return !signal.aborted;
  }

  /** The entries that are due or under way, with `only` those that matter for this file. */
  #dueFor(only: string | undefined): readonly string[] {
    const matters = (entry: string): boolean =>
      only === undefined || entry === only || this.#claims.seen.has(entry) || this.#results.dependsOn(entry, only);
    return [...new Set([...this.#due, ...this.#running.keys()])].filter(matters);
  }

  async #sortDocuments(generation: number): Promise<void> {
    for (const uri of [...this.#unsorted]) {
      const isEntry = await this.#looksIntoEntry(uri);
      if (generation !== this.#generation) return;
      this.#unsorted.delete(uri);
      if (isEntry && !this.#claims.seen.has(uri)) {
        this.#claims.seen.add(uri);
        this.#claims.kept.delete(uri);
        this.#affect(uri);
        this.#due.add(uri);
        if (this.#boundsFollowEntries()) this.#boundsGrew();
      } else if (!isEntry && this.#claims.isActive(uri)) {
        this.#claims.seen.delete(uri);
        this.#drop(uri);
      }
    }
  }

  /** More may be read than before: what could not be read is tried again. */
  #boundsGrew(): void {
    this.#linter.filesChanged();
    for (const entry of this.#claims.all()) this.#due.add(entry);
  }

  async #looksIntoEntry(uri: string): Promise<boolean> {
    try {
      return await this.#linter.isEntry(uri);
    } catch (error) {
      this.#log.crash(`the look at ${uri}`, error);
      return false;
    }
  }

  async #check(entry: string, signal: Signal): Promise<void> {
    let run = this.#running.get(entry);
    if (!run) {
      const waiting = new Set<Signal>([signal]);
      run = { waiting, done: this.#run(entry, waiting).finally(() => this.#running.delete(entry)) };
      this.#running.set(entry, run);
    }
    run.waiting.add(signal);
    await run.done;
  }

  async #run(entry: string, waiting: ReadonlySet<Signal>): Promise<void> {
    const shared: Signal = {
      get aborted() {
        return [...waiting].every((signal) => signal.aborted);
      },
    };
    this.#due.delete(entry);
    await this.#settings.load([entry]);
    if (!this.isEntry(entry)) return;
    if (!this.#settings.get(entry).enable) return this.#withdraw(entry);
    const start = performance.now();
    try {
      const result = await this.#linter.check(entry, shared);
      if (!this.isEntry(entry)) this.#linter.forget(entry);
      else if (result) this.#store(entry, result, performance.now() - start);
      else if (shared.aborted) this.#due.add(entry);
    } catch (error) {
      this.#log.crash(`the check of ${entry}`, error);
      this.#keep(entry, { result: nothingFound(entry), milliseconds: performance.now() - start, crash: String(error) });
    }
  }

  #store(entry: string, result: EntryResult, milliseconds: number): void {
    const isGone = !this.#documents.isSeen(entry) && (result.problem !== undefined || !this.#looksLikeEntry(result));
    if (isGone) this.#drop(entry);
    else if (this.#results.get(entry)?.result !== result) this.#keep(entry, { result, milliseconds });
  }

  /** False for a file that has become something else; one that can't be read in full stays an entry. */
  #looksLikeEntry({ api, entry }: EntryResult): boolean {
    return api !== undefined || isConfigurationFile(entry) || looksLikeEntry(this.#linter.file(entry)?.text ?? '');
  }

  #keep(entry: string, checked: Checked): void {
    this.#affect(entry);
    this.#results.set(entry, checked);
    this.#affect(entry);
    this.#letGo(entry);
  }

  /** Forgets an entry for which there is no reason left; keeps one that seen documents are parts of. */
  #letGo(entry: string): void {
    if (this.#claims.tellsOfClosedFiles(entry)) return;
    const hasSeenPart = this.#results.partsOf(entry).some((uri) => this.#documents.isSeen(uri));
    if (hasSeenPart) {
      this.#claims.kept.add(entry);
      this.#affect(entry);
    } else {
      this.#drop(entry);
    }
  }

  /** Forgets what was found in an entry. */
  #withdraw(entry: string): void {
    this.#due.delete(entry);
    if (!this.#results.get(entry)) return;
    this.#affect(entry);
    this.#results.delete(entry);
    this.#linter.forget(entry);
  }

  /** Forgets all about an entry. */
  #drop(entry: string): void {
    this.#claims.held.delete(entry);
    this.#claims.kept.delete(entry);
    this.#withdraw(entry);
  }

  /** What is shown of an entry's files may change. */
  #affect(entry: string): void {
    for (const file of this.#results.filesOf(entry)) this.#affected.add(file);
  }

  /** Entries that depend on these files are due; so are those under way, which may come to depend on them. */
  #touched(uris: readonly string[]): void {
    this.#generation++;
    for (const uri of uris) this.#affected.add(uri);
    for (const entry of [...this.#running.keys(), ...this.#results.dependingOn(uris)]) this.#due.add(entry);
    this.#listener();
  }
}
