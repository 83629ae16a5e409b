import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Choices, Linter, noChoices, normaliseUri, type ReadResult } from '../../linter/index.ts';

const beside = resolve(process.env['AUTH_LINT_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus'));

/** True when the whole corpus lies beside the checkout, or where `AUTH_LINT_CORPUS` says; otherwise tests use the small one that is part of it. */
export const wholeCorpus = existsSync(join(beside, 'index.json'));

/** The folder of the corpus. */
export const corpusRoot = wholeCorpus ? beside : resolve(import.meta.dirname, '../corpus/small');

export interface CorpusEntry {
  /** The entry document's path in the corpus. */
  readonly entry: string;
}

/** What an independent program says of an operation. */
export interface ExpectedOperation {
  readonly entry: string;
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly file: string;
  readonly pointer: string;
  readonly state: string;
  readonly schemes: readonly string[];
  readonly undefinedSchemes: readonly string[];
  readonly unauthorized: string;
  /** Null where there is no explicit 401. */
  readonly challenge: boolean | null;
  readonly response?: { readonly file: string; readonly pointer: string };
}

export const corpusEntries: readonly CorpusEntry[] = JSON.parse(readFileSync(join(corpusRoot, 'index.json'), 'utf8'));

export const expectedOperations: readonly ExpectedOperation[] = readFileSync(join(corpusRoot, 'expected.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

/** The paths of all YAML and JSON files of the corpus, in a fixed order. */
export function corpusFiles(): readonly string[] {
  const files = readdirSync(corpusRoot, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:ya?ml|json)$/.test(path));
  return files.map((path) => path.replaceAll('\\', '/')).sort();
}

export function corpusUri(path: string): string {
  return normaliseUri(pathToFileURL(join(corpusRoot, path)).href);
}

/** A file's path in the corpus. */
export function corpusPath(uri: string): string {
  return decodeURIComponent(uri.slice(corpusUri('').replace(/\/?$/, '/').length));
}

export function corpusText(path: string): string {
  return readFileSync(join(corpusRoot, path), 'utf8');
}

/** In bytes. */
export function corpusSize(path: string): number {
  return statSync(join(corpusRoot, path)).size;
}

/** A linter over the corpus; `texts` (by URI) stand before the files, `change` may alter what is read. What it logs fails the test. */
export function corpusLinter(
  texts: ReadonlyMap<string, string> = new Map(),
  change: (text: string, uri: string) => string = (text) => text,
  below: Choices = noChoices,
  log: (message: string) => void = (message) => {
    throw new Error(message);
  },
): Linter {
  const read = (uri: string): ReadResult => {
    const changed = texts.get(uri);
    if (changed !== undefined) return { text: changed };
    try {
      return { text: change(readFileSync(fileURLToPath(uri), 'utf8'), uri) };
    } catch (error) {
      return { problem: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' };
    }
  };
  return new Linter({ read, settings: () => ({ configuration: { kind: 'none' }, below, above: noChoices }), log });
}
