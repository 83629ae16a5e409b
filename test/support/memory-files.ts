import {
  type EntryResult,
  type FileEdits,
  type Finding,
  type HostSettings,
  isConfigurationFile,
  Linter,
  noChoices,
  normaliseUri,
  type ReadResult,
} from '../../linter/index.ts';
import { applyEdits } from '../../linter/text/edit.ts';

/** The folder in which files of tests stand. */
export const folder = 'file:///api/';

/** All rules, and no configuration file. */
export const allRulesOn: HostSettings = { configuration: { kind: 'none' }, below: { preset: 'all', rules: new Map() }, above: noChoices };

/** A linter over files that exist only in memory, by their path relative to `folder`. */
export class MemoryFiles {
  readonly texts: Map<string, string>;
  readonly linter: Linter;
  /** How often each file was read; places where no configuration was found have no item. */
  readonly reads = new Map<string, number>();
  /** All rules, unless a configuration file among the files says otherwise. */
  settings: HostSettings = { ...allRulesOn, configuration: { kind: 'nearest', root: folder } };

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

  /** A linter over the same files, one of which can't be had. */
  withProblem(path: string, problem: ReadResult): Linter {
    return new Linter({ read: (uri) => (uri === uriOf(path) ? problem : this.#read(uri)), settings: () => this.settings });
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
    const text = this.texts.get(uri);
    if (text !== undefined || !isConfigurationFile(uri)) this.reads.set(uri, (this.reads.get(uri) ?? 0) + 1);
    return text === undefined ? { problem: 'missing' } : { text };
  }
}

export function uriOf(path: string): string {
  return normaliseUri(folder + path.split('/').map(encodeURIComponent).join('/'));
}

/** Files under the rules of the preset `minimal`, whose texts can be short. */
export function missionFiles(...[files, options]: ConstructorParameters<typeof MemoryFiles>): MemoryFiles {
  const memory = new MemoryFiles(files, options);
  memory.settings = { ...memory.settings, below: { preset: 'minimal', rules: new Map() } };
  return memory;
}
