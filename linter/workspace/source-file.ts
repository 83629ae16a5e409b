import type { Format, SyntaxTree } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';
import { changeBetween } from '../text/change.ts';
import { LineIndex } from '../text/line-index.ts';
import type { FileProblem } from './file-system.ts';

/** A text with what is known of it. An open document stays the same source file while its text is edited. */
export interface SourceFile {
  /** In the normal form of `normaliseUri`. */
  readonly uri: string;
  readonly text: string;
  /** Counts the changes of the text: what was made of it is valid as long as this is the same. */
  readonly revision: number;
  /** The version of an open document; undefined for a file that was read. */
  readonly version: number | undefined;
  readonly format: Format;
  readonly lines: LineIndex;
  readonly tree: SyntaxTree;
  /** True when a word stands anywhere in the text. */
  mentions(word: string): boolean;
}

/** A file that could not be read. */
export interface UnreadableFile {
  readonly uri: string;
  readonly problem: FileProblem;
  readonly detail: string | undefined;
}

/** A source file whose lines and tree are made when they are first asked for. */
export function sourceFile(uri: string, text: string, version?: number): EditableFile {
  return new EditableFile(uri, text, version);
}

/** A source file that can be given another text: lines and nodes that the change leaves alone go over to it. */
export class EditableFile implements SourceFile {
  readonly uri: string;
  readonly format: Format;
  #text: string;
  #version: number | undefined;
  #revision = 0;
  #lines: LineIndex | undefined;
  #tree: SyntaxTree | undefined;
  /** Words that somebody has looked for. */
  readonly #mentioned = new Map<string, boolean>();

  constructor(uri: string, text: string, version: number | undefined) {
    this.uri = uri;
    this.format = /\.jsonc?$/i.test(uri) ? 'json' : 'yaml';
    this.#text = text;
    this.#version = version;
  }

  get text(): string {
    return this.#text;
  }

  get revision(): number {
    return this.#revision;
  }

  get version(): number | undefined {
    return this.#version;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.#text);
    return this.#lines;
  }

  get tree(): SyntaxTree {
    this.#tree ??= parse(this.#text, this.format);
    return this.#tree;
  }

  mentions(word: string): boolean {
    const known = this.#mentioned.get(word);
    if (known !== undefined) return known;
    const found = this.#text.includes(word);
    this.#mentioned.set(word, found);
    return found;
  }

  /** Gives the file another text, or the same with another version. */
  change(text: string, version: number | undefined): void {
    this.#version = version;
    const change = changeBetween(this.#text, text);
    if (!change) return;
    this.#lines = this.#lines?.edited(text, change);
    this.#tree = this.#tree?.edited(text, change);
    this.#text = text;
    this.#revision++;
    for (const [word, was] of this.#mentioned) {
      // A word that was nowhere can only have come with the change.
      const around = text.slice(Math.max(0, change.start - word.length), change.newEnd + word.length);
      if (was) this.#mentioned.delete(word);
      else this.#mentioned.set(word, around.includes(word));
    }
  }
}

/** True when the file's top level has `openapi` or `swagger`: it is an entry document. */
export function isEntryDocument(file: SourceFile): boolean {
  const { root } = file.tree;
  return root?.kind === 'map' && (root.get('openapi') ?? root.get('swagger')) !== undefined;
}

/** The URI that a description gives itself (`$self`, OAS 3.2 §4.1.2.2.1); undefined when there is none. */
export function selfOf(file: SourceFile): string | undefined {
  const { root } = file.tree;
  const self = root?.kind === 'map' ? root.get('$self')?.value : undefined;
  return self?.kind === 'scalar' && typeof self.value === 'string' ? self.value : undefined;
}
