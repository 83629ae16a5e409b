import {
  type ApiModel,
  type Definitions,
  definitionsAt,
  looksLikeEntry,
  namesInFile,
  placeMark,
  type Range,
  type RenameRefusal,
  renameSymbol,
  type SourceFile,
  type SymbolUses,
  usesAt,
} from '../../../linter/index.ts';
import { inOrder } from '../../../linter/text/edit.ts';
import { folder, MemoryFiles, uriOf } from '../../support/memory-files.ts';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

interface Marked {
  readonly file: string;
  readonly range: Range;
}

/** The place of the first cursor `¦` in some files, of which all that look like descriptions are checked. */
export class Navigated {
  readonly memory: MemoryFiles;
  readonly #path: string;
  readonly #offset: number;

  private constructor(files: Files) {
    const [path = '', marked = ''] = Object.entries(files).find(([, text]) => text.includes('¦')) ?? [];
    this.#path = path;
    this.#offset = marked.replaceAll(/[«»]/g, '').indexOf('¦');
    this.memory = new MemoryFiles(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replaceAll(/[«»¦]/g, '')])));
  }

  static at(files: Files): Navigated {
    return new Navigated(files);
  }

  /** All texts with what is named there between `«»`. */
  async marked(): Promise<Files> {
    const uses = await this.uses();
    return this.#withMarks((uses?.occurrences ?? []).map(({ file, range }) => ({ file: file.uri, range })));
  }

  /** The same for the file of the cursor alone. */
  async highlighted(): Promise<Files> {
    const found = await this.#look((apis, session, file, offset) => namesInFile(apis, session, file, offset));
    return this.#withMarks(found.map(({ file, range }) => ({ file: file.uri, range })));
  }

  /** The texts of the origin and of all to which it leads, each with its file. */
  async definitions(): Promise<readonly string[]> {
    const found = await this.#look((apis, session, file, offset): Definitions | undefined => definitionsAt(apis, session, file, offset));
    if (!found) return [];
    const targets = found.places.map((place) => this.#words({ file: place.file.uri, range: placeMark(place) }));
    return [this.#words({ file: uriOf(this.#path), range: found.origin }), ...targets];
  }

  async uses(): Promise<SymbolUses | undefined> {
    return await this.#look((apis, session, file, offset) => usesAt(apis, session, file, offset));
  }

  /** All texts after a renaming, or why there is none. */
  async renamed(newName: string): Promise<Files | RenameRefusal['kind'] | undefined> {
    const uses = await this.uses();
    if (!uses) return undefined;
    const renaming = renameSymbol(uses.symbol, newName, uses.occurrences, uses.files);
    if ('refusal' in renaming) return renaming.refusal.kind;
    this.memory.apply(renaming.edits);
    return this.#files((text) => text);
  }

  async #look<T>(
    look: (apis: readonly ApiModel[], session: Parameters<typeof usesAt>[1], file: SourceFile, offset: number) => T,
  ): Promise<T> {
    const { linter, texts } = this.memory;
    const apis: ApiModel[] = [];
    for (const [uri, text] of texts) if (looksLikeEntry(text)) apis.push(...[(await linter.check(uri))?.api ?? []].flat());
    return await linter.explore((session) => {
      const file = linter.file(uriOf(this.#path));
      if (!file) throw new Error(`${this.#path} was not read`);
      return look(apis, session, file, this.#offset);
    });
  }

  #words({ file, range }: Marked): string {
    return `${file.slice(folder.length)}: ${(this.memory.texts.get(file) ?? '').slice(range.start, range.end)}`;
  }

  #withMarks(marks: readonly Marked[]): Files {
    return this.#files((text, uri) => {
      const own = inOrder(marks.filter(({ file }) => file === uri).map(({ range }) => ({ range, text: '' })));
      return own.reduceRight(
        (marked, { range: { start, end } }) => `${marked.slice(0, start)}«${marked.slice(start, end)}»${marked.slice(end)}`,
        text,
      );
    });
  }

  #files(change: (text: string, uri: string) => string): Files {
    return Object.fromEntries(
      [...this.memory.texts].map(([uri, text]) => [decodeURIComponent(uri.slice(folder.length)), change(text, uri)]),
    );
  }
}

/** Texts as `Navigated.marked` gives them: without the cursor. */
export function withoutCursor(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('¦', '')]));
}
