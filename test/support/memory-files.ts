import {
  type EntryResult,
  type FileEdits,
  type Finding,
  Linter,
  normaliseUri,
  presetSettings,
  type ReadResult,
  type RuleSettings,
} from '../../linter/index.ts';
import { applyEdits } from '../../linter/text/edit.ts';

/** The folder in which files of tests stand. */
export const folder = 'file:///api/';

/** A linter over files that exist only in memory, by their path relative to `folder`. */
export class MemoryFiles {
  readonly texts: Map<string, string>;
  readonly linter: Linter;
  /** How often each file was read. */
  readonly reads = new Map<string, number>();
  settings: RuleSettings = presetSettings('all');

  constructor(files: Readonly<Record<string, string>>, options: { readonly later?: boolean } = {}) {
    this.texts = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
    this.linter = new Linter({
      read: (uri) => (options.later ? Promise.resolve().then(() => this.#read(uri)) : this.#read(uri)),
      settings: () => this.settings,
      log: (message) => {
        throw new Error(message);
      },
    });
  }

  /** Writes a file and says so. */
  write(path: string, text: string): void {
    this.texts.set(uriOf(path), text);
    this.linter.filesChanged([uriOf(path)]);
  }

  async check(path: string): Promise<EntryResult> {
    const result = await this.linter.check(uriOf(path));
    if (!result) throw new Error(`${path} was not checked`);
    return result;
  }

  async findings(path: string): Promise<readonly Finding[]> {
    return (await this.check(path)).findings;
  }

  /** A file's text after some edits. */
  edited(path: string, edits: readonly FileEdits[]): string {
    const own = edits.filter(({ file }) => file === uriOf(path)).flatMap(({ edits: list }) => list);
    return applyEdits(this.text(path), own);
  }

  /** Applies edits to the files they are for. */
  apply(edits: readonly FileEdits[]): void {
    for (const { file, edits: list } of edits) this.texts.set(file, applyEdits(this.texts.get(file) ?? '', list));
    this.linter.filesChanged(edits.map(({ file }) => file));
  }

  text(path: string): string {
    return this.texts.get(uriOf(path)) ?? '';
  }

  /** The text that a finding marks. */
  marked({ file, range }: Finding): string {
    return (this.texts.get(file) ?? '').slice(range.start, range.end);
  }

  #read(uri: string): ReadResult {
    this.reads.set(uri, (this.reads.get(uri) ?? 0) + 1);
    const text = this.texts.get(uri);
    return text === undefined ? { problem: 'missing' } : { text };
  }
}

export function uriOf(path: string): string {
  return normaliseUri(folder + path.split('/').map(encodeURIComponent).join('/'));
}
