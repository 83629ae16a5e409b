import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inRepository, repository } from '../repository.ts';

const beside = resolve(repository, '../shared/corpus');

/** True when the whole corpus lies beside the checkout; otherwise only the small one that is part of it is there. */
export const wholeCorpus = existsSync(join(beside, 'index.json'));

const root = wholeCorpus ? beside : inRepository('test', 'corpus', 'small');

export interface CorpusEntry {
  /** From the corpus's root. */
  readonly entry: string;
  /** The size of this one file. */
  readonly bytes: number;
}

/** Every description of the corpus that is there. */
export function corpusEntries(): readonly CorpusEntry[] {
  return JSON.parse(readFileSync(join(root, 'index.json'), 'utf8')) as CorpusEntry[];
}

/** The path of a file of the corpus; undefined when this corpus has no such file. */
export function corpusFile(path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? file : undefined;
}
